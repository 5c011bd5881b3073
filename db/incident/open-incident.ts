import type { PoolClient } from "pg";
import { reasonHeadline } from "#core/diagnosis.ts";
import type { Transition } from "#core/health.ts";
import type { IncidentEvent } from "#core/incident.ts";
import { openedMessage } from "#core/incident-message.ts";
import type { Reason, ReasonCode } from "#core/reason.ts";
import { env } from "#env.ts";
import { addDeliveries } from "../delivery/add-deliveries.ts";
import type { HealthRow } from "../health/health-row.ts";
import { jsonb } from "../jsonb.ts";
import type { FinishedCheck } from "../result/finished-check.ts";
import { addIncidentEvent } from "./add-incident-event.ts";
import { loadSubject, type Subject } from "./load-subject.ts";

/**
 * Opens the incident of a monitor that was confirmed down by `check`, with the beginning of its timeline and a message to each of
 * the monitor's channels. Returns its id; where one is open already that one goes on and nobody is told again.
 */
export async function openIncident(
  client: PoolClient,
  row: HealthRow,
  check: FinishedCheck,
  transition: Transition,
): Promise<number | null> {
  const reason: Reason = check.result.reason ?? { code: "check.failed", stage: null, reply: null, detail: null };
  const { rows } = await client.query<{ incidentId: number }>(
    `insert into incident (team_id, monitor_id, started_at, opened_at, reason, slot_at, location_id)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (monitor_id) where resolved_at is null do nothing
     returning id as "incidentId"`,
    [
      row.teamId,
      row.monitorId,
      new Date(transition.at),
      new Date(transition.confirmedAt),
      jsonb(reason),
      new Date(check.slotAt),
      check.locationId,
    ],
  );
  const incidentId = rows[0]?.incidentId;
  if (incidentId === undefined) return row.incidentId;

  const subject = await loadSubject(client, row.monitorId, check.locationId);
  for (const [at, event] of await firstEvents(client, check, transition, subject)) {
    await addIncidentEvent(client, incidentId, new Date(at), event);
  }
  const facts = { ...subject, incidentId, monitorId: row.monitorId, startedAt: transition.at, reason, baseUrl: env.NEXTAUTH_URL };
  const message = openedMessage(facts, check.result.transcript);
  const whom = { teamId: row.teamId, monitorId: row.monitorId, incidentId, kind: message.kind, message };
  await addDeliveries(
    client,
    subject.channelIds.map((channelId) => ({ ...whom, channelId })),
  );
  return incidentId;
}

/** How the timeline begins. The first failure is the check that started when the change happened: the latest slot up to then. */
async function firstEvents(
  client: PoolClient,
  check: FinishedCheck,
  transition: Transition,
  { location, channelIds }: Subject,
): Promise<[at: number, event: IncidentEvent][]> {
  const { rows } = await client.query<{ slotAt: Date; reason: ReasonCode | null; replyCode: number | null; location: string }>(
    `select slot_at as "slotAt", reason, reply_code as "replyCode", location.name as location
     from result join location on location.id = location_id
     where monitor_id = $1 and slot_at <= $2 and slot_at > $2::timestamptz - interval '1 day' and status = 'down'
     order by slot_at desc limit 1`,
    [check.monitorId, new Date(transition.at)],
  );
  const { reason } = check.result;
  const confirming = {
    location,
    slotAt: new Date(check.slotAt).toISOString(),
    text: failureText(reason?.code, reason?.reply?.code),
  };
  const opened: [number, IncidentEvent] = [transition.confirmedAt, { kind: "opened", text: toldText(channelIds.length) }];
  const first = rows[0];
  if (!first || first.slotAt.getTime() === check.slotAt) return [[transition.at, { kind: "first_failure", ...confirming }], opened];

  const failing = {
    location: first.location,
    slotAt: first.slotAt.toISOString(),
    text: failureText(first.reason, first.replyCode),
  };
  return [
    [transition.at, { kind: "first_failure", ...failing }],
    [transition.confirmedAt, { kind: "confirmed", ...confirming }],
    opened,
  ];
}

function failureText(code: ReasonCode | null | undefined, replyCode: number | null | undefined): string {
  return reasonHeadline(code ?? "check.failed", replyCode ?? null);
}

function toldText(channels: number): string {
  if (channels === 0) return "Incident opened. No channel is told of this monitor.";
  return `Incident opened. ${channels === 1 ? "One channel is" : `${channels} channels are`} being told.`;
}
