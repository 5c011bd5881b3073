import type { TransitionSummary } from "#core/incident/transition-summary.ts";
import { pool } from "../pool.ts";

/** The latest changes of health of a team's monitor, newest first. */
export async function listTransitions(teamId: number, monitorId: number, limit: number): Promise<TransitionSummary[]> {
  const { rows } = await pool.query<TransitionSummary>(
    `select t.id as "transitionId", t.at, t.confirmed_at as "confirmedAt", t."from", t."to", t.reason, t.slot_at as "slotAt",
       t.location_id as "locationId",
       exists(select from transcript k where k.monitor_id = t.monitor_id and k.slot_at = t.slot_at and k.location_id = t.location_id)
         as "hasTranscript"
     from transition t join monitor m on m.id = t.monitor_id
     where m.team_id = $1 and m.id = $2 order by t.at desc, t.id desc limit $3`,
    [teamId, monitorId, limit],
  );
  return rows;
}
