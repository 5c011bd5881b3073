"use server";

import { revalidatePath } from "next/cache";
import { askRecipient } from "#app/_data/recipient.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { typedValues, type FormState } from "#core/form/form-state.ts";

/** Adds a mailbox and has a code sent there. */
export async function addRecipient(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = typedValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const outcome = await askRecipient(editor, values.mailbox ?? "");
  if ("trouble" in outcome) return { values, errors: { mailbox: outcome.trouble } };
  revalidatePath("/settings/recipients");
  const { mailbox, isOwn } = outcome;
  return {
    values: {},
    errors: {},
    done: isOwn ? `${mailbox} is your own address, and needs no code.` : `A code is on its way to ${mailbox}.`,
  };
}
