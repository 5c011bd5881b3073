"use server";

import { redirect } from "next/navigation";
import { removeMaintenance } from "#app/_data/maintenance/change-maintenance.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { parseId } from "#core/form/parse-id.ts";

/** Deletes a maintenance; for somebody who may only look it does nothing. */
export async function deleteMaintenance(maintenanceId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(maintenanceId)) !== null) await removeMaintenance(editor, maintenanceId);
  redirect("/maintenance");
}
