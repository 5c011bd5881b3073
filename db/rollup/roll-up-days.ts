import { dutyPool } from "../pool.ts";
import { TIMING_POSITIONS } from "../result/timing-positions.ts";

const sums = (column: string) => TIMING_POSITIONS.map((_stage, index) => `coalesce(sum(${column}[${index + 1}]), 0)`).join(", ");

/** Adds up the hours of every UTC day in [from, to) anew, where `from` is the beginning of one; epoch milliseconds. */
export async function rollUpDays(from: number, to: number): Promise<void> {
  await dutyPool.query(
    `insert into rollup_day (monitor_id, day_at, up, degraded, down, unknown, stage_sum_ms, stage_counts)
     select monitor_id, date_trunc('day', hour_at, 'UTC') as day_at, sum(up), sum(degraded), sum(down), sum(unknown),
       array[${sums("stage_sum_ms")}]::bigint[], array[${sums("stage_counts")}]::int[]
     from rollup_hour
     where hour_at >= $1 and hour_at < $2
     group by monitor_id, day_at
     on conflict (monitor_id, day_at) do update set up = excluded.up, degraded = excluded.degraded, down = excluded.down,
       unknown = excluded.unknown, stage_sum_ms = excluded.stage_sum_ms, stage_counts = excluded.stage_counts`,
    [new Date(from), new Date(to)],
  );
}
