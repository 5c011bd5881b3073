import type { ChangeSummary } from "#core/change/change-summary.ts";
import { pool } from "../pool.ts";

/** The latest changes that were noticed of a team's monitor, newest first. */
export async function listChanges(teamId: number, monitorId: number, limit: number): Promise<ChangeSummary[]> {
  const { rows } = await pool.query<ChangeSummary>(
    `select c.id as "changeId", c.at, c.slot_at as "slotAt", c.location_id as "locationId", coalesce(l.name, '') as location,
       c.aspect, c.before, c.after,
       exists(select from transcript k where k.monitor_id = c.monitor_id and k.slot_at = c.slot_at and k.location_id = c.location_id)
         as "hasTranscript"
     from change c left join location l on l.id = c.location_id
     where c.monitor_id = (select id from monitor where team_id = $1 and id = $2)
     order by c.slot_at desc, c.id limit $3`,
    [teamId, monitorId, limit],
  );
  return rows;
}
