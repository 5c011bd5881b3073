import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "#db/pool.ts";
import type { Crowd } from "./crowd.ts";

/** What became of one slot of a crowd, so far: how many of its monitors have their result, how many checks are written down as not run. */
export type Accounted = { results: number; notRun: number };

/** Reads it: results, and windows that were missed or in which less was run than was due. */
async function readAccounted({ monitorIds, slotAt }: Crowd): Promise<Accounted> {
  const { rows } = await pool.query<Accounted>(
    `select
       (select count(distinct monitor_id)::int from result where monitor_id = any($1) and slot_at = $2) as results,
       (select coalesce(sum(case when state = 'missed' then coalesce(due, cardinality($1::int[])) else greatest(due - ran, 0) end), 0)::int
        from schedule_window where window_at = to_timestamp(floor(extract(epoch from $2::timestamptz) / 10) * 10)
          and state in ('done', 'missed')) as "notRun"`,
    [monitorIds, new Date(slotAt)],
  );
  return rows[0]!;
}

/** Waits until each monitor's slot has its result or is written down as not run, and returns when each was, in ms from now. */
export async function untilAccounted(crowd: Crowd, withinMs: number): Promise<{ afterMs: number[]; seen: Accounted }> {
  const startedAt = Date.now();
  const afterMs: number[] = [];
  for (;;) {
    const seen = await readAccounted(crowd);
    const all = Math.min(crowd.monitorIds.length, seen.results + seen.notRun);
    while (afterMs.length < all) afterMs.push(Date.now() - startedAt);
    if (all === crowd.monitorIds.length || Date.now() - startedAt > withinMs) return { afterMs, seen };
    await sleep(100);
  }
}

/** How often health has turned to `down`, of some monitors or of all there are. */
export async function countDowns(monitorIds: readonly number[] | null = null): Promise<number> {
  const { rows } = await pool.query<{ downs: number }>(
    `select count(*)::int as downs from transition where "to" = 'down' and ($1::int[] is null or monitor_id = any($1))`,
    [monitorIds],
  );
  return rows[0]!.downs;
}
