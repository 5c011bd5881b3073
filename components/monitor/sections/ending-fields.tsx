import { ChoiceField } from "#components/ui/choice-field.tsx";
import type { FormState } from "#core/form-state.ts";
import { ENDING_WORDS } from "#core/monitor-form-words.ts";

/** How far the check goes. */
export function EndingFields({ values, errors }: FormState) {
  return (
    <ChoiceField
      label="The check goes up to"
      name="until"
      words={ENDING_WORDS}
      value={values.until}
      error={errors.until}
      hint="It always ends politely, with QUIT. A full disk, greylisting and most refusals only show in the accept test."
    />
  );
}
