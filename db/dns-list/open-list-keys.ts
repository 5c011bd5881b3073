import { pool } from "../pool.ts";
import { openSecret } from "../secret/open-secret.ts";

/** A team's keys, by the ids of their lists, for a check to ask with. */
export async function openListKeys(teamId: number): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ keyOfListId: number; list: string; secret: Buffer }>(
    `select id as "keyOfListId", list, secret from dns_list_key where team_id = $1 and secret is not null`,
    [teamId],
  );
  return new Map(rows.map(({ keyOfListId, list, secret }) => [list, openSecret({ owner: { teamId, keyOfListId }, secret })]));
}
