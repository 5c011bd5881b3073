import type { CheckResult } from "#core/check/result.ts";
import type { Target } from "#core/monitor/monitor.ts";
import { openSecret } from "#db/secret/open-secret.ts";
import { appendToTrial, type TrialNews } from "#db/trial/append-to-trial.ts";
import { claimTrials, type ClaimedTrial } from "#db/trial/claim-trials.ts";
import { finishTrial } from "#db/trial/finish-trial.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import type { CheckRuns, Keeping } from "./check-runs.ts";
import { clock } from "./clock.ts";
import { failedResult } from "./failed-result.ts";
import type { Logger } from "./log.ts";
import { onWake } from "./on-wake.ts";
import type { Outage } from "./outage.ts";

/** A probe whose lines and steps are seen as they happen. */
export type ShowingProbe = (
  target: Target,
  options: Pick<ProbeOptions, "timeLimitMs" | "secret" | "memory" | keyof Keeping | "onLine" | "onStep">,
) => Promise<CheckResult>;

const SWEEP_EVERY_MS = 3_000;
const MOST_AT_ONCE = 20;
const NEWS_EVERY_MS = 100;

/** Runs each trial that waits, what it does written down as it happens, until what it returns is called, which waits for the trials in hand. */
export function serveTrials(
  probe: ShowingProbe,
  runs: Pick<CheckRuns, "ofTrial">,
  outage: Outage,
  log: Logger,
): () => Promise<void> {
  const inHand = new Set<Promise<void>>();
  const stopClaiming = onWake("trial_requested", SWEEP_EVERY_MS, outage, async () => {
    const room = MOST_AT_ONCE - inHand.size;
    if (room <= 0) return;
    for (const trial of await claimTrials(room)) {
      const run = runTrial(trial, probe, runs, log)
        .catch(outage.failed)
        .finally(() => inHand.delete(run));
      inHand.add(run);
    }
  });
  return async () => {
    await stopClaiming();
    await Promise.all(inHand);
  };
}

async function runTrial(trial: ClaimedTrial, probe: ShowingProbe, runs: Pick<CheckRuns, "ofTrial">, log: Logger): Promise<void> {
  const { trialId, target, timeLimitS, sealed } = trial;
  const startedAt = clock.now();
  const startedAtMs = performance.now();
  const news = batchNews((batch) => appendToTrial(trialId, batch));
  try {
    const secret = sealed && openSecret(sealed);
    const keeping = await runs.ofTrial(trial);
    const result = await probe(target, { timeLimitMs: timeLimitS * 1000, secret, ...keeping, ...news.hear });
    await news.end();
    await finishTrial(trialId, result);
  } catch (error) {
    log.error({ err: error, trialId }, "a trial failed");
    await news.end().catch(() => undefined); // the result below says that it failed
    await finishTrial(trialId, failedResult(startedAt, performance.now() - startedAtMs));
  }
}

/** Writes lines and steps a few at a time, in order, and not one statement for each. */
function batchNews(write: (news: TrialNews) => Promise<void>) {
  let batch: TrialNews = { lines: [], steps: [] };
  let written = Promise.resolve();
  const flush = () => {
    const news = batch;
    batch = { lines: [], steps: [] };
    if (news.lines.length + news.steps.length === 0) return;
    written = written.then(() => write(news));
    written.catch(() => undefined); // `end` throws it
  };
  const timer = setInterval(flush, NEWS_EVERY_MS);
  return {
    hear: {
      onLine: (line) => void batch.lines.push(line),
      onStep: (step) => void batch.steps.push(step),
    } satisfies Pick<ProbeOptions, "onLine" | "onStep">,
    end: async () => {
      clearInterval(timer);
      flush();
      await written;
    },
  };
}
