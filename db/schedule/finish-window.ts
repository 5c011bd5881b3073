import { pool } from "../pool.ts";
import type { ScheduleWindow } from "./window.ts";

/** Notes that a window is over and how many of its checks were run, by this worker and any before it. */
export async function finishWindow({ windowS, locationId, shard }: ScheduleWindow, ran: number): Promise<void> {
  await pool.query(
    `update schedule_window set state = 'done', finished_at = now(), ran = least(coalesce(ran, 0) + $4, due)
     where window_at = to_timestamp($1) and location_id = $2 and shard = $3 and state in ('queued', 'running')`,
    [windowS, locationId, shard, ran],
  );
}
