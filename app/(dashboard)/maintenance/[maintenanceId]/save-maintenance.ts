"use server";

import { notFound, redirect } from "next/navigation";
import { changeMaintenance } from "#app/_data/maintenance/change-maintenance.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { FormState } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { maintenanceFormValues } from "#core/maintenance/maintenance-form.ts";
import { parseMaintenanceForm } from "#core/maintenance/parse-maintenance-form.ts";
import { MONITOR_GONE } from "../monitor-gone.ts";

/** Saves what was changed of a maintenance and shows the list. */
export async function saveMaintenance(maintenanceId: number, _: FormState, form: FormData): Promise<FormState> {
  if (parseId(String(maintenanceId)) === null) notFound();
  const editor = await requireEditor();
  const values = maintenanceFormValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseMaintenanceForm(values, Date.now(), false);
  if (!parsed.ok) return { values, errors: parsed.errors };
  const outcome = await changeMaintenance(editor, maintenanceId, parsed.draft);
  if (outcome === "foreign-monitor") return { values, errors: { monitors: MONITOR_GONE } };
  if (outcome === "not-found") return { values, errors: {}, message: "Somebody has deleted this maintenance meanwhile." };
  redirect("/maintenance");
}
