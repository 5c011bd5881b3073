import type { Histogram } from "#core/latency/histogram.ts";
import { pool } from "../pool.ts";
import type { ScheduleWindow } from "./window.ts";

/**
 * What the last worker of a window says of it. `notRun` is how many of the checks it found due have no result of its own: all others
 * have theirs, from this worker or from one before it. `missed` are those that could not start in time, `lateness` is of those it ran.
 */
export type WindowEnd = { notRun: number; missed: number; lateness: Histogram };

/** Notes that a window is over. */
export async function finishWindow(window: ScheduleWindow, { notRun, missed, lateness }: WindowEnd): Promise<void> {
  const { windowS, locationId, shard } = window;
  await pool.query(
    `update schedule_window
     set state = 'done', finished_at = now(), ran = greatest(due - $4, 0), missed = $5, lateness = $6
     where window_at = to_timestamp($1) and location_id = $2 and shard = $3 and state in ('queued', 'running')`,
    [windowS, locationId, shard, notRun, missed, lateness],
  );
}
