import { Field, FieldError } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormState } from "#core/form/form-state.ts";
import { TIME_ZONES } from "#core/time/time-zone.ts";

/** When it begins, in which time zone, and how long it lasts. */
export function TimeFields({ values, errors }: FormState) {
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label="Day" name="date" hint="The first, where it repeats" error={errors.date}>
          {(control) => <TextInput {...control} type="date" defaultValue={values.date} />}
        </Field>
        <Field label="Begins at" name="time" error={errors.time}>
          {(control) => <TextInput {...control} type="time" defaultValue={values.time} />}
        </Field>
      </div>
      <Field
        label="Time zone"
        name="timeZone"
        hint="It stays at this time of the day when clocks change there."
        error={errors.timeZone}
      >
        {(control) => (
          <Select {...control} defaultValue={values.timeZone}>
            {TIME_ZONES.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">Lasts</legend>
        <div className="grid grid-cols-2 items-start gap-5 sm:grid-cols-[8rem_8rem]">
          <Duration name="hours" label="Hours" value={values.hours} error={errors.hours} />
          <Duration name="minutes" label="Minutes" value={values.minutes} error={errors.minutes} />
        </div>
        {errors.hours && <FieldError id="field-hours-error">{errors.hours}</FieldError>}
        {errors.minutes && <FieldError id="field-minutes-error">{errors.minutes}</FieldError>}
      </fieldset>
    </>
  );
}

/** The sentence about what is wrong stands below both: beside each other they have no room for it. */
function Duration({ name, label, value, error }: { name: string; label: string; value: string | undefined; error?: string }) {
  return (
    <label className="flex items-center gap-2">
      <TextInput
        id={`field-${name}`}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `field-${name}-error` : undefined}
      />
      <span className="text-sm">{label}</span>
    </label>
  );
}
