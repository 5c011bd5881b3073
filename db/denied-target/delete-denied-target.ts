import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** Lets a target be watched again; one that may be already may be. */
export async function deleteDeniedTarget(deniedTargetId: number): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("delete from denied_target where id = $1", [deniedTargetId]);
    await notify("denied_targets_changed", "", client);
  });
}
