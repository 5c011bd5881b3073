import type { PoolClient } from "pg";
import { worsenedMessage } from "#core/incident-message.ts";
import { env } from "#env.ts";
import type { HealthRow } from "../health/health-row.ts";
import { jsonb } from "../jsonb.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { failureText, findFailure } from "./find-failure.ts";
import { loadSubject } from "./load-subject.ts";
import { tellOfIncident } from "./tell-of-incident.ts";

/**
 * Writes into the open incident that the monitor is down. Where it had only been degraded so far the incident is about that from now
 * on, and the monitor's channels are told, once an incident.
 */
export async function worsenIncident(client: PoolClient, row: HealthRow, { check, at, isFlapping }: IncidentStep): Promise<void> {
  const { incidentId } = row;
  if (incidentId === null) return;
  const failure = await findFailure(client, check);
  const { rows } = await client.query<{ startedAt: Date }>(
    `update incident set status = 'down', reason = $2, slot_at = $3, location_id = $4 where id = $1 and status = 'degraded'
     returning started_at as "startedAt"`,
    [incidentId, jsonb(failure.reason), failure.slotAt, failure.locationId],
  );
  if (!rows[0] && isFlapping) return; // it goes down again and again
  const subject = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  const text = failureText(failure.reason.code, failure.reason.reply?.code);
  await addChangingEvent(client, incidentId, new Date(at), { kind: "worsened", location: subject.location, slotAt, text });
  if (!rows[0]) return; // it has been as bad before
  const startedAt = rows[0].startedAt.getTime();
  const facts = { ...subject, incidentId, monitorId: row.monitorId, startedAt, reason: failure.reason, baseUrl: env.NEXTAUTH_URL };
  await tellOfIncident(client, row, incidentId, subject.channelIds, worsenedMessage(facts, failure.transcript));
}
