import { ChoiceField } from "#components/ui/choice-field.tsx";
import type { FormState } from "#core/form/form-state.ts";
import { REACH_WORDS } from "#core/monitor/monitor-form-words.ts";

/** Which of the addresses of the name have to work. */
export function ReachFields({ values, errors }: FormState) {
  return (
    <ChoiceField
      label="Which addresses have to work"
      name="reach"
      words={REACH_WORDS}
      value={values.reach}
      error={errors.reach}
      hint="Where each is judged, one that fails beside one that works makes the monitor degraded, and all of them make it down."
    />
  );
}
