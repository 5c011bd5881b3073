import { isToBeLeftOut, OUTVOTED_FOR_MS, OUTVOTED_WITHIN_MS, type Outvoted } from "#core/judging/outvoted.ts";
import { pool } from "../pool.ts";

type Row = Outvoted & { locationId: number; location: string };

/** Leaves out the locations that the others outvote too often, for a while. Returns their names. */
export async function leaveOutOutvoted(): Promise<string[]> {
  const { rows } = await pool.query<Row>(
    `select location.id as "locationId", location.name as location, count(distinct monitor_id)::int as monitors, count(*)::int as checks,
       (select coalesce(sum(due), 0)::int from schedule_window
        where location_id = location.id and window_at > now() - make_interval(secs => $1)) as due
     from dissent join location on location.id = dissent.location_id
     where is_outvoted and slot_at > now() - make_interval(secs => $1) and cut_off_since is null
     group by location.id`,
    [OUTVOTED_WITHIN_MS / 1000],
  );
  const leftOut: string[] = [];
  for (const { locationId, location, ...outvoted } of rows.filter(isToBeLeftOut)) {
    const why = `the others outvoted it at ${outvoted.monitors} monitors`;
    const { rowCount } = await pool.query(
      `update location set cut_off_since = now(), cut_off_why = $2, cut_off_until = now() + make_interval(secs => $3)
       where id = $1 and cut_off_since is null`,
      [locationId, why, OUTVOTED_FOR_MS / 1000],
    );
    if (rowCount) leftOut.push(location);
  }
  return leftOut;
}
