import type { PoolClient } from "pg";
import { replyNumber } from "#core/check/reply.ts";
import { checkKey, type FinishedCheck } from "./finished-check.ts";
import { packTimings } from "./pack-timings.ts";

const LONGEST_LATE_MS = 32_767; // smallint

/**
 * Writes results in the order given and returns those that are new. A result that is there already stays as it is; a result of a
 * monitor that was edited, paused or deleted since its check began is dropped. The hour of one that comes when it is closed is due to be
 * counted again (db/rollup/close-hours.ts).
 */
export async function insertResults(client: PoolClient, checks: readonly FinishedCheck[]): Promise<FinishedCheck[]> {
  const { rows } = await client.query<{ keys: string[] | null }>({
    name: "insert-results",
    text: `with written as (
      insert into result (slot_at, monitor_id, location_id, status, late_ms, reply_code, reason, timings)
      select row.slot_at, row.monitor_id, row.location_id, row.status::status, row.late_ms, row.reply_code, row.reason, row.timings
      from unnest($1::timestamptz[], $2::int[], $3::int[], $4::smallint[], $5::text[], $6::smallint[], $7::smallint[], $8::text[], $9::bytea[])
        with ordinality as row (slot_at, monitor_id, revision, location_id, status, late_ms, reply_code, reason, timings, position)
      join monitor on monitor.id = row.monitor_id and monitor.revision = row.revision and monitor.paused_at is null
      order by row.position
      on conflict do nothing
      returning monitor_id, slot_at, location_id
      ), late as (
        insert into rollup_due (hour_at, from_monitor, to_monitor)
        select distinct date_bin('1 hour', slot_at, 'epoch') as hour_at, monitor_id, monitor_id + 1
        from written cross join (select hours_closed_until() as closed_until offset 0) as progress
        where slot_at < closed_until
        order by hour_at, monitor_id
        on conflict (hour_at, from_monitor, to_monitor) do update set times = rollup_due.times + 1
      )
      select (
        select array_agg(concat_ws(' ', monitor_id, (extract(epoch from slot_at) * 1000)::bigint, location_id)) from written
      ) as keys where (select count(*) from written) < cardinality($1)`, // mostly all are new, and nothing has to be said
    values: [
      checks.map(({ slotAt }) => new Date(slotAt).toISOString()),
      checks.map(({ monitorId }) => monitorId),
      checks.map(({ revision }) => revision),
      checks.map(({ locationId }) => locationId),
      checks.map(({ result }) => result.status),
      checks.map(({ result, slotAt }) => Math.min(Math.max(0, Math.round(result.startedAt - slotAt)), LONGEST_LATE_MS)),
      checks.map(({ result }) => replyNumber(result.reason?.reply)),
      checks.map(({ result }) => result.reason?.code ?? null),
      checks.map(({ result }) => packTimings(result.stages)),
    ],
  });
  if (rows[0] === undefined) return [...checks];
  const written = new Set(rows[0].keys);
  return checks.filter((check) => written.delete(checkKey(check)));
}
