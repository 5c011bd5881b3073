import { pool } from "../pool.ts";
import { makeToken } from "./make-token.ts";
import type { RunRow } from "./run-row.ts";

/** Begins the run of a trial, which belongs to no monitor and is begun once; null where the trial is gone. */
export async function beginTrialRun(trialId: string): Promise<RunRow | null> {
  const { rows } = await pool.query<{ token: string }>(
    "insert into mailflow_run (token, team_id, trial_id) select $1, team_id, id from trial where id = $2 for key share returning token",
    [makeToken(), trialId],
  );
  return rows[0] ? { token: rows[0].token, sentAt: null, isAccepted: false } : null;
}
