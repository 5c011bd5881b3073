import type { FlowStep } from "#core/mailflow/flow.ts";
import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** What a trial has said and done since it was last written down. */
export type TrialNews = { lines: TranscriptLine[]; steps: FlowStep[] };

/** Adds to the dialogue and the steps of a trial that is not over, and tells those who look on. */
export async function appendToTrial(trialId: string, { lines, steps }: TrialNews): Promise<void> {
  await inTransaction(async (client) => {
    await client.query(
      "update trial set lines = lines || $2::jsonb, steps = steps || $3::jsonb where id = $1 and finished_at is null",
      [trialId, jsonb(lines), jsonb(steps)],
    );
    await notify("trial_changed", trialId, client);
  });
}
