import { pool } from "../pool.ts";

/** The names of a team's escalation policies that name a channel. */
export async function listPoliciesNaming(teamId: number, channelId: number): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from escalation_policy
     where team_id = $1 and jsonb_path_exists(policy, '$.**.channelId ? (@ == $id)', jsonb_build_object('id', $2::int))
     order by name`,
    [teamId, channelId],
  );
  return rows.map(({ name }) => name);
}
