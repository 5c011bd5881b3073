"use server";

import { requireViewer } from "#app/_data/viewer.ts";
import { maintenanceFormValues, type MaintenanceFormValues } from "#core/maintenance/maintenance-form.ts";
import { occurrenceText } from "#core/maintenance/maintenance-words.ts";
import { nextOccurrences } from "#core/maintenance/maintenance.ts";
import { parseMaintenanceForm } from "#core/maintenance/parse-maintenance-form.ts";

const SHOWN = 5;
/** What has nothing to do with when it is. */
const ELSE = { name: "Preview", scope: "all" };

/** When the next five occurrences of what is typed (core/maintenance/maintenance-form.ts, as JSON) would be, in the viewer's zone, or what is wrong with it. */
export async function previewMaintenance(typed: string): Promise<{ occurrences: string[]; error: string | null }> {
  const viewer = await requireViewer();
  const values = typedOf(typed);
  const now = Date.now();
  const parsed = parseMaintenanceForm({ ...values, ...ELSE }, now, true);
  if (!parsed.ok) return { occurrences: [], error: Object.values(parsed.errors)[0] ?? null };
  const next = nextOccurrences({ ...parsed.draft, endedAt: null }, now, SHOWN);
  return { occurrences: next.map((each) => occurrenceText(each, viewer.timeZone)), error: null };
}

/** A server action can be sent anything. */
function typedOf(typed: unknown): MaintenanceFormValues {
  const form = new FormData();
  try {
    for (const [name, value] of Object.entries(JSON.parse(String(typed).slice(0, 10_000)) as object)) {
      form.append(name === "weekdays" ? "weekday" : name, String(value));
    }
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  return maintenanceFormValues(form);
}
