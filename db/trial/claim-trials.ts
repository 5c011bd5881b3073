import type { Target } from "#core/monitor.ts";
import { pool } from "../pool.ts";

/** A trial this process alone runs. */
export type ClaimedTrial = { trialId: string; target: Target; timeLimitS: number };

/** Claims up to `limit` trials that wait, oldest first. */
export async function claimTrials(limit: number): Promise<ClaimedTrial[]> {
  const { rows } = await pool.query<ClaimedTrial>(
    `update trial set claimed_at = now()
     where id in (
       select id from trial where claimed_at is null
       order by created_at limit $1 for update skip locked
     )
     returning id as "trialId", target, time_limit_s as "timeLimitS"`,
    [limit],
  );
  return rows;
}
