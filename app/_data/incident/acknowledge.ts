import type { Viewer } from "#core/viewer.ts";
import { acknowledgeIncident } from "#db/incident/acknowledge-incident.ts";

/** The editor takes an incident of their team on; one that somebody has taken on already stays theirs. */
export async function acknowledge(editor: Viewer, incidentId: number): Promise<void> {
  await acknowledgeIncident(editor.teamId, incidentId, editor);
}
