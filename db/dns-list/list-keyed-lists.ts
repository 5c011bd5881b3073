import { pool } from "../pool.ts";

/** The lists that a team has a key for, by their ids, and since when (epoch milliseconds). The keys themselves are shown to nobody. */
export async function listKeyedLists(teamId: number): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ list: string; since: number }>(
    `select list, (extract(epoch from created_at) * 1000)::float8 as since from dns_list_key where team_id = $1 and secret is not null`,
    [teamId],
  );
  return new Map(rows.map(({ list, since }) => [list, since]));
}
