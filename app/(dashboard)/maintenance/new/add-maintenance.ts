"use server";

import { redirect } from "next/navigation";
import { makeMaintenance } from "#app/_data/maintenance/change-maintenance.ts";
import { requireEditor, VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import type { FormState } from "#core/form/form-state.ts";
import { maintenanceFormValues } from "#core/maintenance/maintenance-form.ts";
import { parseMaintenanceForm } from "#core/maintenance/parse-maintenance-form.ts";
import { MONITOR_GONE } from "../monitor-gone.ts";

/** Saves a new maintenance and shows the list. */
export async function addMaintenance(_: FormState, form: FormData): Promise<FormState> {
  const editor = await requireEditor();
  const values = maintenanceFormValues(form);
  if (!editor) return { values, errors: {}, message: VIEWERS_ONLY_LOOK };
  const parsed = parseMaintenanceForm(values, Date.now(), true);
  if (!parsed.ok) return { values, errors: parsed.errors };
  const made = await makeMaintenance(editor, parsed.draft);
  if (made === "foreign-monitor") return { values, errors: { monitors: MONITOR_GONE } };
  redirect("/maintenance");
}
