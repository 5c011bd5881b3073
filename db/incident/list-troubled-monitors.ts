import { pool } from "../pool.ts";

/** More are no choice for anybody; the others are found on their own pages. */
const MOST = 500;

/** The monitors of a team that have had an incident, the latest `MOST` of them, and the one that is `chosen`; by name. */
export async function listTroubledMonitors(teamId: number, chosen: number | null): Promise<{ monitorId: number; name: string }[]> {
  const { rows } = await pool.query<{ monitorId: number; name: string }>(
    `select m.id as "monitorId", m.name from monitor m
     where m.team_id = $1 and (m.id = $2 or m.id in (
       select i.monitor_id from incident i where i.team_id = $1 group by i.monitor_id order by max(i.started_at) desc limit $3))
     order by lower(m.name), m.id`,
    [teamId, chosen, MOST],
  );
  return rows;
}
