import type { PoolClient } from "pg";
import type { MonitorRange } from "./hour.ts";
import { packTallies } from "./pack-tallies.ts";
import { tallyTimings } from "./tally-timings.ts";

type Counted = { monitorId: number; up: number; degraded: number; down: number; unknown: number; timings: Uint8Array };

/** Counts the results of an hour (its beginning, epoch milliseconds) of these monitors, and writes what it finds. */
export async function countHour(client: PoolClient, hourAt: number, ranges: readonly MonitorRange[]): Promise<void> {
  const { rows } = await client.query<Counted>(
    `select monitor_id as "monitorId",
       (count(*) filter (where status = 'up'))::int as up, (count(*) filter (where status = 'degraded'))::int as degraded,
       (count(*) filter (where status = 'down'))::int as down, (count(*) filter (where status = 'unknown'))::int as unknown,
       string_agg(timings, '\\x00'::bytea) as timings
     from unnest($2::int[], $3::int[]) as range (first, last)
     cross join lateral (
       select * from result
       where slot_at >= $1::timestamptz and slot_at < $1::timestamptz + interval '1 hour'
         and check_key(slot_at, monitor_id, location_id)
           between check_key($1::timestamptz, first, 0::smallint) and check_key($1::timestamptz + interval '3599 s', last, 32767::smallint)
       offset 0 -- each range by itself, from the index
     ) as found
     group by monitor_id`,
    [new Date(hourAt), ranges.map(({ from }) => from), ranges.map(({ to }) => to - 1)],
  );
  if (rows.length > 0) await write(client, hourAt, rows);
}

async function write(client: PoolClient, hourAt: number, rows: readonly Counted[]): Promise<void> {
  await client.query(
    `insert into rollup_hour (monitor_id, hour_at, up, degraded, down, unknown, tallies)
     select row.monitor_id, $1, row.up, row.degraded, row.down, row.unknown, row.tallies
     from unnest($2::int[], $3::smallint[], $4::smallint[], $5::smallint[], $6::smallint[], $7::bytea[])
       as row (monitor_id, up, degraded, down, unknown, tallies)
     join monitor on monitor.id = row.monitor_id
     on conflict (monitor_id, hour_at) do update set up = excluded.up, degraded = excluded.degraded, down = excluded.down,
       unknown = excluded.unknown, tallies = excluded.tallies
     where rollup_hour.tallies <> excluded.tallies or (rollup_hour.up, rollup_hour.degraded, rollup_hour.down, rollup_hour.unknown)
       <> (excluded.up, excluded.degraded, excluded.down, excluded.unknown)`,
    [
      new Date(hourAt),
      rows.map(({ monitorId }) => monitorId),
      ...(["up", "degraded", "down", "unknown"] as const).map((status) => rows.map((row) => row[status])),
      rows.map(({ timings }) => packTallies(tallyTimings(timings))),
    ],
  );
}
