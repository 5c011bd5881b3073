import type { Target } from "#core/monitor.ts";
import { pool } from "../pool.ts";

/** A trial this process alone runs. */
export type ClaimedTrial = { trialId: string; target: Target; timeLimitS: number };

/** Claims trials that wait: the one named, or up to `limit` of all, oldest first. */
export async function claimTrials(which: { trialId: string } | { limit: number }): Promise<ClaimedTrial[]> {
  const trialId = "trialId" in which ? which.trialId : null;
  const { rows } = await pool.query<ClaimedTrial>(
    `update trial set claimed_at = now()
     where id in (
       select id from trial where claimed_at is null and ($1::text is null or id = $1)
       order by created_at limit $2 for update skip locked
     )
     returning id as "trialId", target, time_limit_s as "timeLimitS"`,
    [trialId, "limit" in which ? which.limit : 1],
  );
  return rows;
}
