import type { PoolClient } from "pg";
import { CALM } from "#core/flapping.ts";
import type { IncidentEvent } from "#core/incident.ts";
import type { ReasonCode } from "#core/reason.ts";
import { openEscalation } from "../escalation/open-escalation.ts";
import type { HealthRow } from "../health/health-row.ts";
import { jsonb } from "../jsonb.ts";
import { choosePolicy } from "../policy/choose-policy.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { resultsOf } from "../result/of-monitor.ts";
import { addIncidentEvent } from "./add-incident-event.ts";
import { failureText, findFailure, type ShownFailure } from "./find-failure.ts";
import { isHandled } from "./is-handled.ts";
import { loadSubject, type Subject } from "./load-subject.ts";

/**
 * Opens the incident of a monitor whose trouble was confirmed by a check, with the beginning of its timeline and of its escalation.
 * Returns its id; where one is open already that one goes on and nobody is told again. Where somebody has resolved the same trouble by
 * hand a short while ago none opens.
 */
export async function openIncident(client: PoolClient, row: HealthRow, opening: IncidentStep): Promise<number | null> {
  if (await isHandled(client, row, opening)) {
    row.flapping = CALM; // who has it knows; a turn that was counted now would keep a later incident from being told of
    return null;
  }
  const failure = await findFailure(client, opening.check);
  const { reason, slotAt, locationId } = failure;
  const status = opening.status === "degraded" ? "degraded" : "down";
  const { rows } = await client.query<{ incidentId: number }>(
    `insert into incident (team_id, monitor_id, started_at, opened_at, status, reason, slot_at, location_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (monitor_id) where resolved_at is null do nothing
     returning id as "incidentId"`,
    [row.teamId, row.monitorId, new Date(opening.at), new Date(opening.confirmedAt), status, jsonb(reason), slotAt, locationId],
  );
  const incidentId = rows[0]?.incidentId;
  if (incidentId === undefined) return row.incidentId;

  const subject = await loadSubject(client, row.monitorId, opening.check.locationId);
  for (const [at, event] of await firstEvents(client, opening, subject, failure)) {
    await addIncidentEvent(client, incidentId, new Date(at), event);
  }
  const policy = await choosePolicy(row.monitorId, client);
  await openEscalation(client, incidentId, { policy, severity: status, isFlapping: opening.isFlapping });
  return incidentId;
}

type FirstFailure = { slotAt: Date; locationId: number; reason: ReasonCode | null; replyCode: number | null; location: string };

/**
 * How the timeline begins. The first failure is the check that started when the change happened: the latest slot up to then, and of several
 * locations at that slot the first.
 */
async function firstEvents(
  client: PoolClient,
  { check, at, confirmedAt }: IncidentStep,
  { location }: Subject,
  { reason }: ShownFailure,
): Promise<[at: number, event: IncidentEvent][]> {
  const { rows } = await client.query<FirstFailure>(
    `select slot_at as "slotAt", location_id as "locationId", reason, reply_code as "replyCode", location.name as location
     from ${resultsOf("$1::int", "$2::timestamptz - interval '1 day'", "$2::timestamptz")} join location on location.id = location_id
     where status in ('degraded', 'down')
     order by slot_at desc, late_ms limit 1`,
    [check.monitorId, new Date(at)],
  );
  const confirming = {
    location,
    slotAt: new Date(check.slotAt).toISOString(),
    text: failureText(reason.code, reason.reply?.code),
  };
  const opened: [number, IncidentEvent] = [confirmedAt, { kind: "opened", text: "Incident opened." }];
  const first = rows[0];
  const isSameCheck = first?.slotAt.getTime() === check.slotAt && first.locationId === check.locationId;
  if (!first || isSameCheck) return [[at, { kind: "first_failure", ...confirming }], opened];

  const failing = {
    location: first.location,
    slotAt: first.slotAt.toISOString(),
    text: failureText(first.reason, first.replyCode),
  };
  return [[at, { kind: "first_failure", ...failing }], [confirmedAt, { kind: "confirmed", ...confirming }], opened];
}
