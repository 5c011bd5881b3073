import type { PoolClient } from "pg";
import { changeEscalation } from "../escalation/change-escalation.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addIncidentEvent } from "./add-incident-event.ts";
import { loadSubject } from "./load-subject.ts";

type Resolved = { incidentId: number; status: "down" | "degraded" };

/**
 * Resolves the open incident of a monitor, if there is one, whose recovery a check has confirmed, which is told to those who know of it.
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
     returning id as "incidentId", status`,
    [row.monitorId, new Date(at), new Date(confirmedAt)],
  );
  const incident = rows[0];
  if (!incident) return;

  const { incidentId } = incident;
  const { location } = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  await addIncidentEvent(client, incidentId, new Date(at), {
    kind: "recovered",
    location,
    slotAt,
    text: endText(incident, status),
  });
  if (status !== incident.status) await changeEscalation(client, incidentId, "recovered");
}

function endText(incident: Resolved, status: IncidentStep["status"]): string {
  if (status === "up") return "Up again.";
  return status === incident.status ? "Still degraded, which is no incident any more." : "It answers again, with trouble.";
}
