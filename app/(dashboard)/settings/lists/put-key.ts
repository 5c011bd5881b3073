"use server";

import { revalidatePath } from "next/cache";
import { keepKey } from "#app/_data/blocklist/lists.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { FormState } from "#core/form/form-state.ts";

/** Keeps a key for a list. It is never sent back. */
export async function putKey(list: string, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  if (!editor) return { values: {}, errors: {}, message: VIEWERS_ONLY_LOOK };
  const typed = form.get("key");
  const trouble = await keepKey(editor, list, typeof typed === "string" ? typed : "");
  if (trouble) return { values: {}, errors: { key: trouble } };
  revalidatePath("/settings/lists");
  return { values: {}, errors: {}, done: "The key is kept." };
}
