import type { PoolClient } from "pg";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentChange, ReasonChange } from "../result/judge-checks.ts";
import { addIncidentEvent } from "./add-incident-event.ts";
import { openIncident } from "./open-incident.ts";
import { resolveIncident } from "./resolve-incident.ts";

/** A server that changes its mind at every check fills no timeline: after this many changes they are no longer written down. */
const MOST_REASON_CHANGES = 50;

/** Opens, resolves or adds to the incident of a monitor inside the transaction that caused it; returns the one that is open after it. */
export async function changeIncident(client: PoolClient, row: HealthRow, change: IncidentChange): Promise<number | null> {
  if (change.kind === "reason_changed") {
    if (row.incidentId !== null) await noteReason(client, row.incidentId, change);
    return row.incidentId;
  }
  if (change.kind === "open") return openIncident(client, row, change.check, change.transition);
  await resolveIncident(client, row, change.check, change.transition);
  return null;
}

async function noteReason(client: PoolClient, incidentId: number, change: ReasonChange): Promise<void> {
  const { rows } = await client.query<{ changes: number }>(
    "select count(*)::int as changes from incident_event where incident_id = $1 and kind = 'reason_changed'",
    [incidentId],
  );
  if (rows[0]!.changes >= MOST_REASON_CHANGES) return;
  const { startedAt, reason } = change.check.result;
  const text = reasonHeadline(change.to, reason?.reply?.code ?? null);
  const event = { kind: "reason_changed", from: change.from, to: change.to, text } as const;
  await addIncidentEvent(client, incidentId, new Date(startedAt), event);
}
