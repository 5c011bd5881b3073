import { pool } from "../pool.ts";
import type { ScheduleWindow } from "./window.ts";

/** Notes that a worker runs a window and how many checks were due when it was first begun. A window that is done stays done. */
export async function beginWindow({ windowS, locationId, shard }: ScheduleWindow, due: number): Promise<void> {
  await pool.query(
    `update schedule_window set state = 'running', started_at = coalesce(started_at, now()), due = coalesce(due, $4)
     where window_at = to_timestamp($1) and location_id = $2 and shard = $3 and state in ('queued', 'running')`,
    [windowS, locationId, shard, due],
  );
}
