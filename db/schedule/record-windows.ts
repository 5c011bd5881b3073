import type { ClientBase } from "pg";
import { shardsFor } from "#core/schedule/schedule.ts";
import type { ScheduleWindow } from "./window.ts";

/** A location with a worker heard of this lately has somebody to run its windows. */
const ALIVE_S = 30;

/**
 * Records the jobs of a window, one for each shard and location with a live worker, and returns them. They are decided once: a
 * window that is recorded already keeps its shards. Null where it is not recorded, because no worker was heard of lately or another
 * leads by now.
 */
export async function recordWindows(client: ClientBase, epoch: number, windowS: number): Promise<ScheduleWindow[] | null> {
  const counted = await client.query<{ monitors: number }>("select count(*)::int as monitors from monitor where paused_at is null");
  await client.query(
    `insert into schedule_window (window_at, location_id, shard, shards, is_cut_off)
     select to_timestamp($2), live.location_id, shard, $3, live.is_cut_off
     from schedule
     cross join (
       select distinct location_id, cut_off_since is not null as is_cut_off from worker join location on location.id = location_id
       where beat_at > now() - make_interval(secs => $4)
     ) as live
     cross join generate_series(0, $3 - 1) as shard
     where schedule.id = 1 and schedule.epoch = $1
       and not exists (select from schedule_window where window_at = to_timestamp($2) and location_id = live.location_id)
     on conflict do nothing`,
    [epoch, windowS, shardsFor(counted.rows[0]!.monitors), ALIVE_S],
  );
  const { rows } = await client.query<ScheduleWindow & { state: string }>(
    `select $1::int as "windowS", location_id as "locationId", location.name as location, shard, shards, state
     from schedule_window join location on location.id = location_id
     where window_at = to_timestamp($1) order by location_id, shard`,
    [windowS],
  );
  return rows.length === 0 ? null : rows.flatMap(({ state, ...window }) => (state === "queued" ? [window] : []));
}
