import { deleteResults } from "../result/delete-results.ts";
import { inTransaction } from "../transaction.ts";
import { tellOfChange } from "./tell-of-change.ts";

/** Deletes a monitor with all that was seen of it. False where the team has no such monitor. */
export async function deleteMonitor(teamId: number, monitorId: number): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query("delete from monitor where team_id = $1 and id = $2", [teamId, monitorId]);
    if (rowCount === 0) return false;
    await deleteResults(client, monitorId); // partitioned, so without a foreign key
    await tellOfChange(client, teamId, monitorId);
    return true;
  });
}
