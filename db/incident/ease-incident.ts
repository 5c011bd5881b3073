import type { PoolClient } from "pg";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { loadSubject } from "./load-subject.ts";

/** Writes into the timeline of the open incident that a monitor that was down is only degraded; nobody is told, for it goes on. */
export async function easeIncident(client: PoolClient, row: HealthRow, { check, at }: IncidentStep): Promise<void> {
  const { incidentId } = row;
  if (incidentId === null) return;
  const { rowCount } = await client.query("select from incident where id = $1 and status = 'down'", [incidentId]);
  if (rowCount === 0) return; // it was never worse than that
  const { location } = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  const text = "It answers again, with trouble.";
  await addChangingEvent(client, incidentId, new Date(at), { kind: "eased", location, slotAt, text });
}
