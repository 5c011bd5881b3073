import type { DeniedTargetDraft } from "#core/monitor/denied-target.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** Has a target left alone from now on, by every worker. `known` where it is already. */
export async function addDeniedTarget({ target, note }: DeniedTargetDraft): Promise<"added" | "known"> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "insert into denied_target (target, note) values ($1, $2) on conflict (target) do nothing",
      [target, note],
    );
    if (rowCount === 0) return "known";
    await notify("denied_targets_changed", "", client);
    return "added";
  });
}
