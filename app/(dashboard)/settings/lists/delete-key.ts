"use server";

import { revalidatePath } from "next/cache";
import { forgetKey } from "#app/_data/blocklist/lists.ts";
import { requireEditor } from "#app/_data/viewer.ts";

/** Forgets the key for a list; for somebody who may only look it does nothing. */
export async function deleteKey(list: string): Promise<void> {
  const editor = await requireEditor();
  if (editor) await forgetKey(editor, list);
  revalidatePath("/settings/lists");
}
