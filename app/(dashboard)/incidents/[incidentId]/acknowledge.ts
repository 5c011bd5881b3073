"use server";

import { refresh } from "next/cache";
import { acknowledge } from "#app/_data/incident/acknowledge.ts";
import { requireEditor } from "#app/_data/viewer.ts";
import { parseId } from "#core/parse-id.ts";

/** Takes an incident on. A viewer has no button for it, and nothing happens where one is made up. */
export async function acknowledgeIncident(incidentId: number): Promise<void> {
  const editor = await requireEditor();
  if (editor && parseId(String(incidentId)) !== null) await acknowledge(editor, incidentId);
  refresh();
}
