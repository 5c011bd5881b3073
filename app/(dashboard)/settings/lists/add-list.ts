"use server";

import { revalidatePath } from "next/cache";
import { addList } from "#app/_data/blocklist/lists.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Adds a list of the team's own. */
export async function addOwnList(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const holds = form.getAll("holds").filter((each) => typeof each === "string");
  const values = { ...typedValues(form), holds: holds.join(",") };
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const errors = await addList(editor, { ...values, holds });
  if (errors) return { values, errors };
  revalidatePath("/settings/lists");
  return { values: {}, errors: {}, done: "The list is asked from the next check on, by every monitor that asks all lists." };
}
