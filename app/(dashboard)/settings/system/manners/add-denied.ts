"use server";

import { revalidatePath } from "next/cache";
import { denyTarget } from "#app/_data/system/denied-targets.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Has an address, a range or a domain left alone. */
export async function addDenied(_: FormState, form: FormData): Promise<FormState> {
  const values = typedValues(form);
  const outcome = await denyTarget(values);
  if ("errors" in outcome) return { values, errors: outcome.errors };
  revalidatePath("/settings/system/manners");
  return { values: {}, errors: {}, done: `Within a minute nothing connects to ${outcome.target} any more.` };
}
