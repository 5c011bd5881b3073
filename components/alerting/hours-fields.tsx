"use client";

import { X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { TypedHours } from "#core/on-call/on-call-form.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type Props = {
  id: string;
  hours: TypedHours;
  errors: Record<string, string>;
  onChange: (hours: TypedHours) => void;
  onRemove: () => void;
};

/** The hours at which a rotation counts, and the days on which they begin. */
export function HoursFields({ id, hours, errors, onChange, onRemove }: Props) {
  const { from, to, days } = hours;
  const toggled = (day: number) =>
    days.includes(day) ? days.filter((each) => each !== day) : [...days, day].toSorted((a, b) => a - b);
  return (
    <div className="grid gap-2 rounded-md bg-sunken p-3">
      <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
        <Field label="From" name={`${id}.from`} error={errors[`${id}.from`]}>
          {(control) => (
            <TextInput
              {...control}
              type="time"
              value={from}
              onChange={(event) => onChange({ ...hours, from: event.target.value })}
            />
          )}
        </Field>
        <Field label="To" name={`${id}.to`} error={errors[`${id}.to`]}>
          {(control) => (
            <TextInput {...control} type="time" value={to} onChange={(event) => onChange({ ...hours, to: event.target.value })} />
          )}
        </Field>
        <Button variant="ghost" className="w-10 px-0" aria-label="Remove these hours" onClick={onRemove}>
          <X aria-hidden />
        </Button>
      </div>
      <fieldset>
        <legend className="text-sm font-medium">On</legend>
        <div className="flex flex-wrap gap-x-4">
          {DAYS.map((name, index) => (
            <Checkbox
              key={name}
              label={name}
              checked={days.includes(index + 1)}
              onChange={() => onChange({ ...hours, days: toggled(index + 1) })}
            />
          ))}
        </div>
        {errors[`${id}.days`] && <FieldError>{errors[`${id}.days`]}</FieldError>}
      </fieldset>
    </div>
  );
}
