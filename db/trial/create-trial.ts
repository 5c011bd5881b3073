import { randomUUID } from "node:crypto";
import type { Target } from "#core/monitor.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** Trials a team may start in a minute: whoever is on the other side did not ask for them. */
const TRIALS_PER_MINUTE = 20;

/** Asks for a trial of a target and wakes a worker. Null where the team has had its share for this minute. */
export async function createTrial(teamId: number, userId: number, target: Target, timeLimitS: number): Promise<string | null> {
  return inTransaction(async (client) => {
    await client.query("select from team where id = $1 for no key update", [teamId]); // one at a time, so that counting holds
    const trialId = randomUUID();
    const { rowCount } = await client.query(
      `insert into trial (id, team_id, user_id, target, time_limit_s) select $1, $2, $3, $4, $5
       where (select count(*) from trial where team_id = $2 and created_at > now() - interval '1 minute') < $6`,
      [trialId, teamId, userId, target, timeLimitS, TRIALS_PER_MINUTE],
    );
    if (rowCount === 0) return null;
    await notify("trial_requested", trialId, client);
    return trialId;
  });
}
