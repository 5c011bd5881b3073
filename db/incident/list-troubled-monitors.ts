import { pool } from "../pool.ts";

/** The monitors of a team that have had an incident, by name. */
export async function listTroubledMonitors(teamId: number): Promise<{ monitorId: number; name: string }[]> {
  const { rows } = await pool.query<{ monitorId: number; name: string }>(
    `select m.id as "monitorId", m.name from monitor m
     where m.team_id = $1 and exists (select from incident i where i.monitor_id = m.id) order by lower(m.name), m.id`,
    [teamId],
  );
  return rows;
}
