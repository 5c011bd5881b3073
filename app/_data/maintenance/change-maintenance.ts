import type { Viewer } from "#core/account/viewer.ts";
import type { MaintenanceDraft } from "#core/maintenance/maintenance-draft.ts";
import { databaseNow } from "#db/database-now.ts";
import { createMaintenance } from "#db/maintenance/create-maintenance.ts";
import { deleteMaintenance } from "#db/maintenance/delete-maintenance.ts";
import { editMaintenance } from "#db/maintenance/edit-maintenance.ts";
import { endMaintenance } from "#db/maintenance/end-maintenance.ts";

/** Makes a maintenance of the editor's team. */
export async function makeMaintenance(editor: Viewer, draft: MaintenanceDraft): ReturnType<typeof createMaintenance> {
  return createMaintenance(editor.teamId, draft, await databaseNow());
}

/** Changes a maintenance of the editor's team. */
export async function changeMaintenance(
  editor: Viewer,
  maintenanceId: number,
  draft: MaintenanceDraft,
): ReturnType<typeof editMaintenance> {
  return editMaintenance(editor.teamId, maintenanceId, draft, await databaseNow());
}

/** Ends what is on of a maintenance of the editor's team; false where nothing is. */
export async function endNow(editor: Viewer, maintenanceId: number): Promise<boolean> {
  return endMaintenance(editor.teamId, maintenanceId, await databaseNow());
}

/** Removes a maintenance of the editor's team; one that is gone already is gone. */
export async function removeMaintenance(editor: Viewer, maintenanceId: number): Promise<void> {
  await deleteMaintenance(editor.teamId, maintenanceId, await databaseNow());
}
