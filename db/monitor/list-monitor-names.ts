import { pool } from "../pool.ts";

/** The monitors of a team by name, to choose from. */
export async function listMonitorNames(teamId: number): Promise<{ monitorId: number; name: string }[]> {
  const { rows } = await pool.query<{ monitorId: number; name: string }>(
    `select id as "monitorId", name from monitor where team_id = $1 order by lower(name), id`,
    [teamId],
  );
  return rows;
}
