import { pool } from "../pool.ts";

/** The trials whose worker must be gone: not over half a minute after their time limit, or never begun within a minute. */
export async function listAbandonedTrials(): Promise<string[]> {
  const { rows } = await pool.query<{ trialId: string }>(
    `select id as "trialId" from trial
     where finished_at is null
       and (claimed_at < now() - make_interval(secs => time_limit_s + 30) or (claimed_at is null and created_at < now() - interval '1 minute'))`,
  );
  return rows.map(({ trialId }) => trialId);
}
