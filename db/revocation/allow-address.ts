import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** A team may send codes to an address again, and once one is entered, everything. False where nobody had revoked it. */
export async function allowAddress(teamId: number, address: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query("delete from revocation where team_id = $1 and address = $2", [teamId, address]);
    if (rowCount) await notify("team_seen", String(teamId), client);
    return rowCount === 1;
  });
}
