import { ownListId } from "#core/blocklist/own-list.ts";
import { inTransaction } from "../transaction.ts";

/** Deletes a list of a team's own, with its key. Whether there was one. */
export async function deleteOwnList(teamId: number, dnsListId: number): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query("delete from dns_list where team_id = $1 and id = $2", [teamId, dnsListId]);
    await client.query("delete from dns_list_key where team_id = $1 and list = $2", [teamId, ownListId(dnsListId)]);
    return rowCount === 1;
  });
}
