import type { LocationRow } from "#core/system/system.ts";
import { pool } from "../pool.ts";
import { ALIVE_S } from "../worker/read-liveness.ts";

/** Every location, with its live workers, when any of them was last heard of, and how many monitors run nowhere else. Epoch milliseconds. */
export async function listLocations(): Promise<LocationRow[]> {
  const { rows } = await pool.query<LocationRow>(
    `select name as location,
       (select count(*)::int from worker where location_id = location.id and beat_at > now() - make_interval(secs => $1)) as workers,
       (extract(epoch from greatest(
          (select max(beat_at) from worker where location_id = location.id),
          (select max(minute_at) from punctuality where location_id = location.id and ran > 0)
        )) * 1000)::float8 as "heardAt",
       (select count(*)::int from monitor_location mine
        where mine.location_id = location.id
          and not exists (select from monitor_location other where other.monitor_id = mine.monitor_id and other.location_id <> mine.location_id)
       ) as "monitorsOnlyHere",
       (extract(epoch from tested_at) * 1000)::float8 as "testedAt",
       (extract(epoch from cut_off_since) * 1000)::float8 as "cutOffSince", cut_off_why as "cutOffWhy"
     from location order by name`,
    [ALIVE_S],
  );
  return rows;
}
