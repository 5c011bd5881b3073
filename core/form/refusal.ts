import type { FormState } from "./form-state.ts";

/** Why something that was typed well is not done: a sentence, about one field of its form or about the whole. */
export type Refusal = { field: string | null; sentence: string };

/** The form with what was typed and why it was refused. */
export function refusedForm(values: FormState["values"], { field, sentence }: Refusal): FormState {
  return field === null ? { values, errors: {}, message: sentence } : { values, errors: { [field]: sentence } };
}
