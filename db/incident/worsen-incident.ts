import type { PoolClient } from "pg";
import { worsenedMessage } from "#core/incident-message.ts";
import { env } from "#env.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { failureText, findFailure } from "./find-failure.ts";
import { loadSubject } from "./load-subject.ts";
import { showFailure } from "./show-failure.ts";
import { tellOfIncident } from "./tell-of-incident.ts";

/**
 * Writes into the open incident that the monitor is down. The incident is about that from now on, and where it had only been
 * degraded so far the monitor's channels are told, once an incident.
 */
export async function worsenIncident(client: PoolClient, row: HealthRow, { check, at, isFlapping }: IncidentStep): Promise<void> {
  const { incidentId } = row;
  if (incidentId === null) return;
  const failure = await findFailure(client, check);
  const { rows } = await client.query<{ startedAt: Date }>(
    `update incident set status = 'down' where id = $1 and status = 'degraded' returning started_at as "startedAt"`,
    [incidentId],
  );
  if (!rows[0] && isFlapping) return; // it goes down again and again
  await showFailure(client, incidentId, failure);
  const subject = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  const text = failureText(failure.reason.code, failure.reason.reply?.code);
  await addChangingEvent(client, incidentId, new Date(at), { kind: "worsened", location: subject.location, slotAt, text });
  if (!rows[0]) return; // it has been as bad before
  const startedAt = rows[0].startedAt.getTime();
  const facts = { ...subject, incidentId, monitorId: row.monitorId, startedAt, reason: failure.reason, baseUrl: env.NEXTAUTH_URL };
  await tellOfIncident(client, row, incidentId, subject.channelIds, worsenedMessage(facts, failure.transcript));
}
