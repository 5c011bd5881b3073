import { pool } from "../pool.ts";

/** The names of a team's channels, by their ids. */
export async function listChannelNames(teamId: number): Promise<Map<number, string>> {
  const { rows } = await pool.query<{ channelId: number; name: string }>(
    `select id as "channelId", name from channel where team_id = $1`,
    [teamId],
  );
  return new Map(rows.map(({ channelId, name }) => [channelId, name]));
}
