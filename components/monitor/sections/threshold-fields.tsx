import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { stageName, type DialogueKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { slowField, timedStagesOf, type TimedStage } from "#core/monitor/monitor-form.ts";

/** From how many milliseconds on each stage is slow. */
export function ThresholdFields({ kind, values, errors }: FormState & { kind: DialogueKind }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 max-w-prose text-sm text-muted">
        A stage that takes longer than so many milliseconds makes the monitor degraded. Where nothing stands, a stage is never slow.
      </legend>
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-3">
        {timedStagesOf(kind).map((stage) => {
          const name = slowField(stage);
          return (
            <Field key={stage} label={<InMs stage={stage} />} name={name} error={errors[name]}>
              {(control) => <TextInput {...control} inputMode="numeric" autoComplete="off" defaultValue={values[name]} />}
            </Field>
          );
        })}
      </div>
    </fieldset>
  );
}

function InMs({ stage }: { stage: TimedStage }) {
  return (
    <>
      {stageName(stage)} <span className="font-normal text-muted">ms</span>
    </>
  );
}
