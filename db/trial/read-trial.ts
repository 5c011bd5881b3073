import type { CheckResult } from "#core/check/result.ts";
import type { FlowStep } from "#core/mailflow/flow.ts";
import type { Target } from "#core/monitor/monitor.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { pool } from "../pool.ts";

/** A trial as far as it has come. `steps` are those of a script that are over; `result` is set with `finishedAt`. */
export type TrialRow = {
  target: Target;
  claimedAt: Date | null;
  finishedAt: Date | null;
  lines: TranscriptLine[];
  steps: FlowStep[];
  result: Omit<CheckResult, "transcript"> | null;
};

/** A trial of a team; null where the team has none such. */
export async function readTrial(teamId: number, trialId: string): Promise<TrialRow | null> {
  const { rows } = await pool.query<TrialRow>(
    `select target, claimed_at as "claimedAt", finished_at as "finishedAt", lines, steps, result from trial where team_id = $1 and id = $2`,
    [teamId, trialId],
  );
  return rows[0] ?? null;
}
