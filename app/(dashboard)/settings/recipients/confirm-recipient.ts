"use server";

import { revalidatePath } from "next/cache";
import { confirmRecipientByCode } from "#app/_data/recipient.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Confirms a recipient by the code that was sent to it. */
export async function confirmRecipient(recipientId: number, _: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const trouble = await confirmRecipientByCode(editor, recipientId, values.code ?? "");
  if (trouble) return { values, errors: { code: trouble } };
  revalidatePath("/settings/recipients");
  return { values: {}, errors: {}, done: "The recipient is confirmed." };
}
