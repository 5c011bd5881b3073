import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { isDialogueKind, type MonitorKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import {
  CONFIRMATION_CHOICES,
  CUSTOM_INTERVAL,
  leastIntervalS,
  openingInterval,
  PRESET_INTERVALS_S,
} from "#core/monitor/monitor-form.ts";
import { intervalText } from "#core/text/interval-text.ts";

/** How often and how patiently: presets for the interval, and any other number of seconds. */
export function PolicyFields({ kind, values, errors }: FormState & { kind: MonitorKind }) {
  const leastS = leastIntervalS(kind);
  const intervals = PRESET_INTERVALS_S.filter((each) => each >= leastS);
  return (
    <>
      <div className="group grid items-start gap-5 sm:grid-cols-2">
        <Field label="Check" name="interval" error={errors.interval}>
          {(control) => (
            <Select key={kind} {...control} defaultValue={openingInterval(kind, values.interval ?? "")}>
              {intervals.map((intervalS) => (
                <option key={intervalS} value={intervalS}>
                  {intervalText(intervalS)}
                </option>
              ))}
              <option value={CUSTOM_INTERVAL}>another interval</option>
            </Select>
          )}
        </Field>
        <div className="hidden group-has-[option[value=custom]:checked]:block">
          <Field label="Interval in seconds" name="customIntervalS" hint={`From ${leastS} to 86400`} error={errors.customIntervalS}>
            {(control) => <TextInput {...control} inputMode="numeric" defaultValue={values.customIntervalS} autoComplete="off" />}
          </Field>
        </div>
      </div>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        {isDialogueKind(kind) && (
          <Field
            label="Time limit in seconds"
            name="timeLimitS"
            hint="For the whole dialogue, from 1 to 30"
            error={errors.timeLimitS}
          >
            {(control) => <TextInput {...control} inputMode="numeric" defaultValue={values.timeLimitS} autoComplete="off" />}
          </Field>
        )}
        <Field
          label="Confirmations"
          name="confirmations"
          hint="Checks, 6 s apart or from other locations, that must agree before a change counts"
          error={errors.confirmations}
        >
          {(control) => (
            <Select {...control} defaultValue={values.confirmations}>
              {CONFIRMATION_CHOICES.map((count) => (
                <option key={count} value={count}>
                  {count === 0 ? "none, the first check counts" : count}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </>
  );
}
