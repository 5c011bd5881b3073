import { dutyPool } from "../pool.ts";
import { TIMING_POSITIONS } from "../result/timing-positions.ts";

// The stages are spelt out: 24 plain aggregates over a row cost a fraction of unnesting its array.
const each = (expression: (position: number) => string) =>
  TIMING_POSITIONS.map((_stage, index) => expression(index + 1)).join(", ");
const SUMS = each((position) => `coalesce(sum(timings[${position}]) filter (where timings[${position}] >= 0), 0)`);
const COUNTS = each((position) => `count(*) filter (where timings[${position}] >= 0)`);

/**
 * Counts the results of every hour in [from, to) anew, where `from` is the beginning of one; epoch milliseconds. Doing it twice, or
 * again when late results came, gives the same rows as doing it once at the end.
 */
export async function rollUpHours(from: number, to: number): Promise<void> {
  await dutyPool.query(
    `insert into rollup_hour (monitor_id, hour_at, up, degraded, down, unknown, stage_sum_ms, stage_counts)
     select monitor_id, date_trunc('hour', slot_at, 'UTC') as hour_at,
       count(*) filter (where status = 'up'), count(*) filter (where status = 'degraded'),
       count(*) filter (where status = 'down'), count(*) filter (where status = 'unknown'),
       array[${SUMS}]::int[], array[${COUNTS}]::int[]
     from result
     where slot_at >= $1 and slot_at < $2 and exists (select from monitor where monitor.id = monitor_id)
     group by monitor_id, hour_at
     on conflict (monitor_id, hour_at) do update set up = excluded.up, degraded = excluded.degraded, down = excluded.down,
       unknown = excluded.unknown, stage_sum_ms = excluded.stage_sum_ms, stage_counts = excluded.stage_counts`,
    [new Date(from), new Date(to)],
  );
}
