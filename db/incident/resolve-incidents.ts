import type { PoolClient } from "pg";
import { changeEscalation } from "../escalation/change-escalation.ts";
import type { HealthRow } from "../health/health-row.ts";
import { readLocationNames } from "../location/read-location-names.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addIncidentEvents } from "./add-incident-event.ts";

/** A monitor whose recovery was confirmed by a check. */
export type Resolving = { row: HealthRow; step: IncidentStep };
type Resolved = { incidentId: number; monitorId: number; status: "down" | "degraded" };

/**
 * Resolves the open incidents of monitors, where there is one, which is told to those who know of it. Where nothing has recovered, and being
 * degraded is just no incident any more, nobody is told.
 */
export async function resolveIncidents(client: PoolClient, resolving: readonly Resolving[]): Promise<void> {
  if (resolving.length === 0) return;
  const { rows } = await client.query<Resolved>(
    `update incident set ended_at = greatest(row.ended_at, started_at), resolved_at = row.resolved_at
     from unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) as row (monitor_id, ended_at, resolved_at)
     where incident.monitor_id = row.monitor_id and incident.resolved_at is null
     returning incident.id as "incidentId", incident.monitor_id as "monitorId", status`,
    [
      resolving.map(({ row }) => row.monitorId),
      resolving.map(({ step }) => new Date(step.at).toISOString()),
      resolving.map(({ step }) => new Date(step.confirmedAt).toISOString()),
    ],
  );
  for (const { row } of resolving) row.incidentId = null;
  if (rows.length === 0) return;

  const steps = new Map(resolving.map(({ row, step }) => [row.monitorId, step]));
  const resolved = rows.map((incident) => ({ ...incident, step: steps.get(incident.monitorId)! }));
  const locationIds = resolved.map(({ step }) => step.check.locationId);
  const names = await readLocationNames(client, locationIds);
  await addIncidentEvents(
    client,
    resolved.map(({ incidentId, status, step: { check, at, status: to } }) => {
      const seen = { location: names.get(check.locationId)!, slotAt: new Date(check.slotAt).toISOString() };
      return { incidentId, at: new Date(at), event: { kind: "recovered", ...seen, text: endText(status, to) } };
    }),
  );
  const recovered = resolved.filter(({ status, step }) => step.status !== status).map(({ incidentId }) => incidentId);
  if (recovered.length > 0) await changeEscalation(client, recovered, "recovered");
}

function endText(from: Resolved["status"], to: IncidentStep["status"]): string {
  if (to === "up") return "Up again.";
  return to === from ? "Still degraded, which is no incident any more." : "It answers again, with trouble.";
}
