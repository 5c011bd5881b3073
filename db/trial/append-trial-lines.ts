import type { TranscriptLine } from "#core/transcript/transcript.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** Adds lines to the dialogue of a trial that is not over, and tells those who look on. */
export async function appendTrialLines(trialId: string, lines: readonly TranscriptLine[]): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("update trial set lines = lines || $2::jsonb where id = $1 and finished_at is null", [
      trialId,
      jsonb(lines),
    ]);
    await notify("trial_changed", trialId, client);
  });
}
