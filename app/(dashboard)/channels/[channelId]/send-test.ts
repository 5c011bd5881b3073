"use server";

import { revalidatePath } from "next/cache";
import { testChannel } from "#app/_data/change-channel.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";

/** Asks for a test message; says why not where it cannot be. What becomes of it shows in the list of deliveries. */
export async function sendTest(channelId: number): Promise<string | null> {
  const editor = await requireEditor();
  if (!editor) return VIEWERS_ONLY_LOOK;
  const outcome = await testChannel(editor, channelId);
  revalidatePath(`/channels/${channelId}`);
  if (outcome === "too-many") return "Your team has sent ten tests in ten minutes. Wait a little before the next.";
  if (outcome === "unverified") return "Enter the code first that was sent to this address.";
  return outcome === "not-found" ? "This channel is gone." : null;
}
