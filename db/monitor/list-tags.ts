import { pool } from "../pool.ts";

/** The tags a team's monitors have, in order, and how many have each. */
export async function listTags(teamId: number): Promise<{ tag: string; monitors: number }[]> {
  const { rows } = await pool.query<{ tag: string; monitors: number }>(
    `select tag, count(*)::int as monitors from monitor cross join unnest(tags) as tag where team_id = $1 group by tag order by tag`,
    [teamId],
  );
  return rows;
}
