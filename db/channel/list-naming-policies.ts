import { pool } from "../pool.ts";

/** The names of a team's escalation policies, by the id of the channel that they name. */
export async function listNamingPolicies(teamId: number): Promise<Map<number, string[]>> {
  const { rows } = await pool.query<{ channelId: number; names: string[] }>(
    `select channel_id::int as "channelId", array_agg(distinct name order by name) as names
     from escalation_policy, jsonb_path_query(policy, '$.**.channelId') as channel_id
     where team_id = $1 group by channel_id`,
    [teamId],
  );
  return new Map(rows.map(({ channelId, names }) => [channelId, names]));
}
