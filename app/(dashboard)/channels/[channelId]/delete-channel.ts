"use server";

import { redirect } from "next/navigation";
import { removeChannel } from "#app/_data/change-channel.ts";
import { requireEditor } from "#app/_data/viewer.ts";

/** Deletes a channel; for somebody who may only look it does nothing. */
export async function deleteChannel(channelId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor) await removeChannel(editor, channelId);
  redirect("/channels");
}
