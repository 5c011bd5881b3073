"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { UNIT_S, type TypedTime, type Unit } from "#core/escalation/policy-form.ts";

type Props = { label: string; id: string; value: TypedTime; error: string | undefined; onChange: (value: TypedTime) => void };

/** A length of time: a number and its unit. */
export function TimeInput({ label, id, value, error, onChange }: Props) {
  return (
    <Field label={label} name={id} error={error}>
      {(control) => (
        <div className="grid grid-cols-[5rem_8rem] gap-2">
          <TextInput
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={value.count}
            onChange={(event) => onChange({ ...value, count: event.target.value })}
          />
          <Select
            aria-label={`${label}: unit`}
            value={value.unit}
            onChange={(event) => onChange({ ...value, unit: event.target.value as Unit })}
          >
            {Object.keys(UNIT_S).map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  );
}
