import type { CheckResult } from "#core/check/result.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** Ends a trial with its result and its whole dialogue, and forgets its secret; false where it had ended already. */
export async function finishTrial(trialId: string, { transcript, ...result }: CheckResult): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "update trial set lines = $2, result = $3, secret = null, finished_at = now() where id = $1 and finished_at is null",
      [trialId, jsonb(transcript), jsonb(result)],
    );
    await notify("trial_changed", trialId, client);
    return rowCount === 1;
  });
}
