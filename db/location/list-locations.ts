import type { KnownLocation } from "#core/check/known-location.ts";
import { pool } from "../pool.ts";
import { ALIVE_S } from "../worker/read-liveness.ts";

/** The locations there are, by name: those a worker of the last day ran at, and those a monitor is checked from by choice. */
export async function listLocations(): Promise<KnownLocation[]> {
  const { rows } = await pool.query<KnownLocation>(
    `select id::int as "locationId", name, cut_off_since as "cutOffSince", cut_off_why as "cutOffWhy",
       exists(select from worker where location_id = location.id and beat_at > now() - make_interval(secs => $1)) as "isAlive"
     from location
     where exists (select from worker where location_id = location.id and beat_at > now() - interval '1 day')
       or exists (select from monitor_location where location_id = location.id)
     order by name`,
    [ALIVE_S],
  );
  return rows;
}
