import type { PoolClient } from "pg";
import type { IncidentEvent } from "#core/incident/incident.ts";
import type { ReasonCode } from "#core/reason/reason.ts";
import { readLocationNames } from "../location/read-location-names.ts";
import { resultsOf } from "../result/of-monitor.ts";
import { failureText, type ShownFailure } from "./find-failure.ts";
import type { Opening } from "./open-incidents.ts";

type FirstFailure = { slotAt: Date; locationId: number; reason: ReasonCode | null; replyCode: number | null };
/** An entry of a timeline to come, and when it is true. */
export type FirstEvent = [at: number, event: IncidentEvent];

/**
 * How the timelines of incidents begin: with the check that first failed, the one that confirmed it where that is another one, and that the
 * incident was opened. In the order of the openings.
 */
export async function firstEvents(
  client: PoolClient,
  openings: readonly (Opening & { failure: ShownFailure })[],
): Promise<FirstEvent[][]> {
  const firsts = await findFirstFailures(client, openings);
  const locationIds = [...firsts.values(), ...openings.map(({ step }) => step.check)].map(({ locationId }) => locationId);
  const names = await readLocationNames(client, locationIds);
  const failed = (of: { slotAt: number | Date; locationId: number }, text: string) => ({
    location: names.get(of.locationId)!,
    slotAt: new Date(of.slotAt).toISOString(),
    text,
  });
  return openings.map(({ row, step: { check, at, confirmedAt }, failure: { reason } }) => {
    const confirming = failed(check, failureText(reason.code, reason.reply?.code));
    const opened: FirstEvent = [confirmedAt, { kind: "opened", text: "Incident opened." }];
    const first = firsts.get(row.monitorId);
    const isSameCheck = first?.slotAt.getTime() === check.slotAt && first.locationId === check.locationId;
    if (!first || isSameCheck) return [[at, { kind: "first_failure", ...confirming }], opened];
    const failing = failed(first, failureText(first.reason, first.replyCode));
    return [[at, { kind: "first_failure", ...failing }], [confirmedAt, { kind: "confirmed", ...confirming }], opened];
  });
}

/**
 * The check of each that started when the change happened, by monitor: the latest slot up to then, and of several locations at that
 * slot the first.
 */
async function findFirstFailures(client: PoolClient, openings: readonly Opening[]): Promise<Map<number, FirstFailure>> {
  const { rows } = await client.query<FirstFailure & { monitorId: number }>(
    `select of.monitor_id as "monitorId", slot_at as "slotAt", location_id as "locationId", reason, reply_code as "replyCode"
     from unnest($1::int[], $2::timestamptz[]) as of (monitor_id, at) cross join lateral (
       select r.* from ${resultsOf("of.monitor_id", "of.at - interval '1 day'", "of.at")}
       where status in ('degraded', 'down')
       order by slot_at desc, late_ms limit 1) as first`,
    [openings.map(({ row }) => row.monitorId), openings.map(({ step }) => new Date(step.at).toISOString())],
  );
  return new Map(rows.map(({ monitorId, ...first }) => [monitorId, first]));
}
