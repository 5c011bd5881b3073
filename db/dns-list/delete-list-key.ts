import { pool } from "../pool.ts";

/** Forgets a team's key for a list. Whether there was one. */
export async function deleteListKey(teamId: number, list: string): Promise<boolean> {
  const { rowCount } = await pool.query("delete from dns_list_key where team_id = $1 and list = $2", [teamId, list]);
  return rowCount === 1;
}
