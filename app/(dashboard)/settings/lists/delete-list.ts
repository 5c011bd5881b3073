"use server";

import { revalidatePath } from "next/cache";
import { removeList } from "#app/_data/blocklist/lists.ts";
import { requireEditor } from "#app/_data/viewer.ts";

/** Takes a list of the team's own out, with its key; for somebody who may only look it does nothing. */
export async function deleteList(list: string): Promise<void> {
  const editor = await requireEditor();
  if (editor) await removeList(editor, list);
  revalidatePath("/settings/lists");
}
