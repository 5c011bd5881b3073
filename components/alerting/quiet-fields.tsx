"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { TypedPolicy } from "#core/escalation/policy-form.ts";
import { TIME_ZONES } from "#core/time/time-zone.ts";

type Props = { typed: TypedPolicy; errors: Record<string, string>; onChange: (changed: Partial<TypedPolicy>) => void };

/** The hours of the day in which warnings wait. */
export function QuietFields({ typed: { hasQuietHours, quiet }, errors, onChange }: Props) {
  const change = (changed: Partial<TypedPolicy["quiet"]>) => onChange({ quiet: { ...quiet, ...changed } });
  return (
    <>
      <Checkbox
        label="Quiet hours: warnings and changes wait for the morning"
        hint="What is down never waits."
        checked={hasQuietHours}
        onChange={() => onChange({ hasQuietHours: !hasQuietHours })}
      />
      {hasQuietHours && (
        <div className="grid items-start gap-4 sm:grid-cols-[8rem_8rem_1fr]">
          <Field label="Quiet from" name="quietHours.from" error={errors["quietHours.from"]}>
            {(control) => (
              <TextInput {...control} type="time" value={quiet.from} onChange={(event) => change({ from: event.target.value })} />
            )}
          </Field>
          <Field label="To" name="quietHours.to" error={errors["quietHours.to"]}>
            {(control) => (
              <TextInput {...control} type="time" value={quiet.to} onChange={(event) => change({ to: event.target.value })} />
            )}
          </Field>
          <Field label="Time zone" name="quietHours.timeZone" error={errors["quietHours.timeZone"]}>
            {(control) => (
              <Select {...control} value={quiet.timeZone} onChange={(event) => change({ timeZone: event.target.value })}>
                {TIME_ZONES.map((zone) => (
                  <option key={zone}>{zone}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
    </>
  );
}
