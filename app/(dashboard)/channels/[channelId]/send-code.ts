"use server";

import { revalidatePath } from "next/cache";
import { sendCode as sendCodeTo } from "#app/_data/confirm-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";

/** Has a new code sent; says why not where it is not. */
export async function sendCode(channelId: number): Promise<string | null> {
  const editor = await requireEditor();
  if (!editor) return VIEWERS_ONLY_LOOK;
  const trouble = await sendCodeTo(editor, channelId);
  revalidatePath(`/channels/${channelId}`);
  return trouble;
}
