import type { PoolClient } from "pg";
import { changeEscalation } from "../escalation/change-escalation.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { failureText, findFailure } from "./find-failure.ts";
import { loadSubject } from "./load-subject.ts";
import { showFailure } from "./show-failure.ts";

/**
 * Writes into the open incident that the monitor is down. The incident is about that from now on, and where it had only been
 * degraded so far its escalation begins anew, once an incident.
 */
export async function worsenIncident(client: PoolClient, row: HealthRow, { check, at, isFlapping }: IncidentStep): Promise<void> {
  const { incidentId } = row;
  if (incidentId === null) return;
  const failure = await findFailure(client, check);
  const { rowCount } = await client.query("update incident set status = 'down' where id = $1 and status = 'degraded'", [
    incidentId,
  ]);
  const isFirst = rowCount === 1; // or it has been as bad before
  if (!isFirst && isFlapping) return; // it goes down again and again
  await showFailure(client, incidentId, failure);
  const { location } = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  const text = failureText(failure.reason.code, failure.reason.reply?.code);
  await addChangingEvent(client, incidentId, new Date(at), { kind: "worsened", location, slotAt, text });
  if (isFirst) await changeEscalation(client, incidentId, "worsened");
}
