"use server";

import { revalidatePath } from "next/cache";
import { withdrawRecipient } from "#app/_data/recipient.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Takes a mailbox out of the list; for somebody who may only look it does nothing. */
export async function deleteRecipient(recipientId: number): Promise<void> {
  const editor = await requireEditor();
  const id = parseId(String(recipientId));
  if (editor && id !== null) await withdrawRecipient(editor, id);
  revalidatePath("/settings/recipients");
}
