"use server";

import { revalidatePath } from "next/cache";
import { sendRecipientCode } from "#app/_data/recipient.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";

/** Has a new code sent to a recipient; says why not where it is not. */
export async function sendCode(recipientId: number): Promise<string | null> {
  const editor = await requireEditor();
  if (!editor) return VIEWERS_ONLY_LOOK;
  const trouble = await sendRecipientCode(editor, recipientId);
  revalidatePath("/settings/recipients");
  return trouble;
}
