import type { DnsList } from "#core/blocklist/dns-list.ts";
import { ownList, type OwnListDraft } from "#core/blocklist/own-list.ts";
import { pool } from "../pool.ts";

/** The lists of a team's own, the oldest first. */
export async function listOwnLists(teamId: number): Promise<DnsList[]> {
  const { rows } = await pool.query<OwnListDraft & { dnsListId: number }>(
    `select id as "dnsListId", name, zone, holds, weight, delist_url as "delistUrl" from dns_list where team_id = $1 order by id`,
    [teamId],
  );
  return rows.map(ownList);
}
