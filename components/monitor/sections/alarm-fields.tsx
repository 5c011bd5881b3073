import { Checkbox } from "#components/ui/checkbox.tsx";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { aspectsOf, changeLabel } from "#core/change/change.ts";
import type { MonitorKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { INCIDENT_WORDS } from "#core/monitor/monitor-form-words.ts";
import { openingTellOf } from "#core/monitor/monitor-form.ts";

/** When the channels are told besides the usual: from degraded on, and of which changes. */
export function AlarmFields({ kind, values, errors }: FormState & { kind: MonitorKind }) {
  const aspects = aspectsOf(kind);
  const ticked = openingTellOf(kind, values).split(",");
  return (
    <>
      <ChoiceField
        label="There is an incident when it is"
        name="incidentFrom"
        words={INCIDENT_WORDS}
        value={values.incidentFrom}
        error={errors.incidentFrom}
      />
      {aspects.length > 0 && (
        <fieldset aria-describedby={errors.tellOf ? "field-tellOf-error" : undefined}>
          <legend className="mb-1.5 text-sm font-medium">While it works, also tell of changes of</legend>
          <div className="grid gap-x-4 sm:grid-cols-2">
            {aspects.map((aspect) => (
              <Checkbox
                key={aspect}
                name="tellOf"
                value={aspect}
                defaultChecked={ticked.includes(aspect)}
                label={changeLabel(aspect, kind)}
              />
            ))}
          </div>
          <p className="mt-1 text-sm text-muted">Every change is listed on the monitor’s page, whether it is told or not.</p>
          {errors.tellOf && <FieldError id="field-tellOf-error">{errors.tellOf}</FieldError>}
        </fieldset>
      )}
    </>
  );
}
