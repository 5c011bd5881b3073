import { pool } from "../pool.ts";
import type { ScheduleWindow } from "./window.ts";

/**
 * Notes that a window is over. `notRun` is how many of the checks its last worker found due it did not run: all others have their
 * result, from this worker or from one before it.
 */
export async function finishWindow({ windowS, locationId, shard }: ScheduleWindow, notRun: number): Promise<void> {
  await pool.query(
    `update schedule_window set state = 'done', finished_at = now(), ran = greatest(due - $4, 0)
     where window_at = to_timestamp($1) and location_id = $2 and shard = $3 and state in ('queued', 'running')`,
    [windowS, locationId, shard, notRun],
  );
}
