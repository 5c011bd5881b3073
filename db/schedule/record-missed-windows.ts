import type { ClientBase } from "pg";
import { WINDOW_S } from "#core/schedule/schedule.ts";

const KEPT_S = 86_400; // as long as windows are kept

/** Records that nobody ran the windows of [fromS, toS), in epoch seconds, at any location that has workers. Returns how many jobs that is. */
export async function recordMissedWindows(client: ClientBase, epoch: number, fromS: number, toS: number): Promise<number> {
  const { rowCount } = await client.query(
    `insert into schedule_window (window_at, location_id, shard, shards, state, finished_at)
     select to_timestamp(window_s), place.location_id, 0, 1, 'missed', now()
     from schedule
     cross join generate_series($2::bigint, $3::bigint - 1, $4::bigint) as window_s
     cross join (select distinct location_id from worker) as place
     where schedule.id = 1 and schedule.epoch = $1
     on conflict do nothing`,
    [epoch, Math.max(fromS, toS - KEPT_S), toS, WINDOW_S],
  );
  return rowCount ?? 0;
}
