import { notFound } from "next/navigation";
import { requireViewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { diagnose } from "#core/diagnosis/diagnosis.ts";
import { parseId } from "#core/form/parse-id.ts";
import { listIncidentDeliveries } from "#db/incident/list-incident-deliveries.ts";
import { listIncidentEvents } from "#db/incident/list-incident-events.ts";
import { listNotes } from "#db/incident/list-notes.ts";
import { readIncident } from "#db/incident/read-incident.ts";
import { readPostMortem } from "#db/incident/read-post-mortem.ts";
import { readGoodTranscript } from "#db/transcript/read-good-transcript.ts";
import { readTranscript } from "#db/transcript/read-transcript.ts";

/** All that the page of an incident shows. */
export async function loadIncident(idText: string) {
  const readAt = Date.now();
  const { teamId, userId, timeZone, role } = await requireViewer();
  const incidentId = parseId(idText);
  const incident = incidentId === null ? null : await readIncident(teamId, incidentId);
  if (incident === null) notFound();

  const { monitorId, slotAt, locationId } = incident;
  const [events, deliveries, notes, postMortem, dialogue] = await Promise.all([
    listIncidentEvents(teamId, incident.incidentId),
    listIncidentDeliveries(teamId, incident.incidentId),
    listNotes(teamId, incident.incidentId),
    readPostMortem(teamId, incident.incidentId),
    readTranscript(teamId, monitorId, { slotAt: slotAt.getTime(), locationId }),
  ]);
  const good = dialogue && (await readGoodTranscript(teamId, monitorId, dialogue.slotAt, dialogue.goodSlotAt));
  return {
    incident,
    diagnosis: diagnose(incident.reason, incident.target),
    events,
    deliveries,
    notes,
    postMortem,
    dialogue,
    good,
    editorId: canEdit(role) ? userId : null,
    zone: timeZone,
    now: Date.now(),
    readAt,
  };
}
