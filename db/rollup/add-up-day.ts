import type { PoolClient } from "pg";
import { addUpPacked } from "./add-up-packed.ts";
import { DAY_MS, type MonitorRange } from "./hour.ts";
import { packTallies } from "./pack-tallies.ts";

type Summed = { monitorId: number; up: number; degraded: number; down: number; unknown: number; tallies: Buffer[] };

/** Adds up the hours of a UTC day (its beginning, epoch milliseconds) of these monitors. */
export async function addUpDay(client: PoolClient, dayAt: number, ranges: readonly MonitorRange[]): Promise<void> {
  const { rows } = await client.query<Summed>(
    `select monitor_id as "monitorId", sum(up)::int as up, sum(degraded)::int as degraded, sum(down)::int as down,
       sum(unknown)::int as unknown, array_agg(tallies order by hour_at) as tallies
     from unnest($3::int[], $4::int[]) as range (first, last)
     join rollup_hour on monitor_id between first and last and hour_at >= $1 and hour_at < $2
     group by monitor_id`,
    [new Date(dayAt), new Date(dayAt + DAY_MS), ranges.map(({ from }) => from), ranges.map(({ to }) => to - 1)],
  );
  if (rows.length > 0) await write(client, dayAt, rows);
}

async function write(client: PoolClient, dayAt: number, rows: readonly Summed[]): Promise<void> {
  await client.query(
    `insert into rollup_day (monitor_id, day_at, up, degraded, down, unknown, tallies)
     select row.monitor_id, $1, row.up, row.degraded, row.down, row.unknown, row.tallies
     from unnest($2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bytea[])
       as row (monitor_id, up, degraded, down, unknown, tallies)
     join monitor on monitor.id = row.monitor_id
     on conflict (monitor_id, day_at) do update set up = excluded.up, degraded = excluded.degraded, down = excluded.down,
       unknown = excluded.unknown, tallies = excluded.tallies`,
    [
      new Date(dayAt),
      rows.map(({ monitorId }) => monitorId),
      ...(["up", "degraded", "down", "unknown"] as const).map((status) => rows.map((row) => row[status])),
      rows.map(({ tallies }) => packTallies(addUpPacked(tallies))),
    ],
  );
}
