import { alertPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { claimDue } from "./claim-escalations.ts";
import { tellClaimed } from "./tell-claimed.ts";

/** How many incidents were looked at, and what went wrong with some of them: a fault of ours, which must not keep the others from being told of. */
export type StepsTaken = { looked: number; faults: unknown[] };

/** Tells what is due of incidents, at most `limit` of them. Whoever dies in it has told nobody, and the next one does. */
export async function takeSteps(limit: number): Promise<StepsTaken> {
  return inTransaction(async (client) => {
    const claimed = await claimDue(client, limit);
    return { looked: claimed.length, faults: await tellClaimed(client, claimed) };
  }, alertPool);
}
