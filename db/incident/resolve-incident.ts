import type { PoolClient } from "pg";
import { resolvedMessage } from "#core/incident-message.ts";
import type { Reason } from "#core/reason.ts";
import { env } from "#env.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addIncidentEvent } from "./add-incident-event.ts";
import { loadSubject } from "./load-subject.ts";
import { tellOfIncident } from "./tell-of-incident.ts";

type Resolved = { incidentId: number; reason: Reason; startedAt: Date; status: "down" | "degraded"; hasFlapped: boolean };

/**
 * Resolves the open incident of a monitor, if there is one, whose recovery a check has confirmed, and tells the monitor's channels.
 * Where nothing has recovered, and being degraded is just no incident any more, nobody is told.
 */
export async function resolveIncident(
  client: PoolClient,
  row: HealthRow,
  { check, at, confirmedAt, status }: IncidentStep,
): Promise<void> {
  const { rows } = await client.query<Resolved>(
    `update incident set ended_at = greatest($2, started_at), resolved_at = $3
     where monitor_id = $1 and resolved_at is null
     returning id as "incidentId", reason, started_at as "startedAt", status,
       exists(select from incident_event where incident_id = incident.id and kind = 'flapping_began') as "hasFlapped"`,
    [row.monitorId, new Date(at), new Date(confirmedAt)],
  );
  const incident = rows[0];
  if (!incident) return;

  const { incidentId, reason } = incident;
  const { location, ...subject } = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  await addIncidentEvent(client, incidentId, new Date(at), {
    kind: "recovered",
    location,
    slotAt,
    text: endText(incident, status),
  });
  if (status === incident.status) return;

  const startedAt = incident.startedAt.getTime();
  const facts = {
    ...subject,
    incidentId,
    monitorId: row.monitorId,
    startedAt,
    status: incident.status,
    reason,
    baseUrl: env.NEXTAUTH_URL,
  };
  await tellOfIncident(client, row, incidentId, subject.channelIds, resolvedMessage(facts, at, incident.hasFlapped));
}

function endText(incident: Resolved, status: IncidentStep["status"]): string {
  if (status === "up") return "Up again.";
  return status === incident.status ? "Still degraded, which is no incident any more." : "It answers again, with trouble.";
}
