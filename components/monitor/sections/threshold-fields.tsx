import { FieldError } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormState } from "#core/form-state.ts";
import { slowField, TIMED_STAGES } from "#core/monitor-form.ts";
import { stageName } from "#core/stage.ts";

/** From how many milliseconds on each stage is slow. */
export function ThresholdFields({ values, errors }: FormState) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 max-w-prose text-sm text-muted">
        A stage that takes longer than so many milliseconds makes the monitor degraded. Where nothing stands, a stage is never slow.
      </legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        {TIMED_STAGES.map((stage) => {
          const name = slowField(stage);
          const error = errors[name];
          return (
            <div key={stage} className="grid content-start gap-1.5">
              <label htmlFor={`field-${name}`} className="text-sm font-medium">
                {stageName(stage)} <span className="font-normal text-muted">ms</span>
              </label>
              <TextInput
                id={`field-${name}`}
                name={name}
                inputMode="numeric"
                autoComplete="off"
                defaultValue={values[name]}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `field-${name}-error` : undefined}
              />
              {error && <FieldError id={`field-${name}-error`}>{error}</FieldError>}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
