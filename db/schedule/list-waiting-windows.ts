import { pool } from "../pool.ts";
import type { ScheduleWindow } from "./window.ts";

/** The jobs of windows that opened in the last `seconds` and that no worker has begun: the queue may have lost them. */
export async function listWaitingWindows(seconds: number): Promise<ScheduleWindow[]> {
  const { rows } = await pool.query<ScheduleWindow>(
    `select extract(epoch from window_at)::int as "windowS", location_id as "locationId", location.name as location, shard, shards
     from schedule_window join location on location.id = location_id
     where state = 'queued' and window_at < now() and window_at > now() - make_interval(secs => $1)
     order by window_at`,
    [seconds],
  );
  return rows;
}
