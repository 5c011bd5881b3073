import { LATENCY_BUCKET_MS, latencyWindowStart, type LatencySums } from "#core/latency.ts";
import type { TimeWindow } from "#core/time-window.ts";
import { pool } from "../pool.ts";
import { TIMING_POSITIONS } from "./timing-positions.ts";

const ran = (position: number) => `filter (where timings[${position}] >= 0)`;

/** Where a window is read from: raw results while they are few, the rollups beyond. */
const SOURCES: Record<
  TimeWindow,
  { table: string; at: string; sum: (position: number) => string; count: (position: number) => string }
> = {
  "1h": results(),
  "24h": results(),
  "7d": results(),
  "30d": rollups("rollup_hour", "hour_at"),
  "90d": rollups("rollup_day", "day_at"),
};

function results() {
  return {
    table: "result",
    at: "slot_at",
    sum: (position: number) => `sum(timings[${position}]) ${ran(position)}`,
    count: (position: number) => `count(*) ${ran(position)}`,
  };
}

function rollups(table: string, at: string) {
  return {
    table,
    at,
    sum: (position: number) => `sum(stage_sum_ms[${position}])`,
    count: (position: number) => `sum(stage_counts[${position}])`,
  };
}

/** What the stages of a team's monitor took, summed up by bucket of a window that ends at `now` (epoch ms). Empty buckets are left out. */
export async function latencySeries(teamId: number, monitorId: number, window: TimeWindow, now: number): Promise<LatencySums[]> {
  const { table, at, sum, count } = SOURCES[window];
  const positions = TIMING_POSITIONS.map((_, index) => index + 1); // arrays of SQL begin at 1
  const { rows } = await pool.query<{ at: number; sums: (number | null)[]; checks: (number | null)[] }>(
    `select (extract(epoch from date_bin($3 * interval '1 ms', ${at}, 'epoch')) * 1000)::float8 as at,
       array[${positions.map(sum).join(", ")}]::float8[] as sums, array[${positions.map(count).join(", ")}]::float8[] as checks
     from ${table} where monitor_id = (select id from monitor where team_id = $1 and id = $2) and ${at} >= $4
     group by 1 order by 1`,
    [teamId, monitorId, LATENCY_BUCKET_MS[window], new Date(latencyWindowStart(window, now))],
  );
  return rows.map((row) => ({
    at: row.at,
    stages: TIMING_POSITIONS.map((stage, index) => ({ stage, sumMs: row.sums[index] ?? 0, checks: row.checks[index] ?? 0 })),
  }));
}
