"use server";

import { revalidatePath } from "next/cache";
import { endNow } from "#app/_data/maintenance/change-maintenance.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";

/** "End now"; says why not where it cannot be. */
export async function endMaintenance(maintenanceId: number): Promise<string | null> {
  const editor = await requireEditor();
  if (!editor) return VIEWERS_ONLY_LOOK;
  const isEnded = parseId(String(maintenanceId)) !== null && (await endNow(editor, maintenanceId));
  revalidatePath("/maintenance", "layout");
  return isEnded ? null : "It is over already.";
}
