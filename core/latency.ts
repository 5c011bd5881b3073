import { STAGES, type Stage, type StageTiming } from "./stage.ts";
import { timeWindowMs, type TimeWindow } from "./time-window.ts";

const MINUTE_MS = 60_000;

/** How wide a bucket of the latency chart is, in milliseconds: about a hundred of them fill a window. */
export const LATENCY_BUCKET_MS: Record<TimeWindow, number> = {
  "1h": MINUTE_MS,
  "24h": 15 * MINUTE_MS,
  "7d": 120 * MINUTE_MS,
  "30d": 360 * MINUTE_MS,
  "90d": 1_440 * MINUTE_MS,
};

/** What was measured in one bucket that begins at `at` (epoch ms): for each stage the sum of its milliseconds and of how many checks. */
export type LatencySums = { at: number; stages: { stage: Stage; sumMs: number; checks: number }[] };

/**
 * One bucket of the chart, [from, to) in epoch milliseconds. `stages` is the mean of each stage in wire order, over the checks that
 * came through it, so that a stack reads as one whole dialogue; empty where nothing was measured. `totalMs` is their sum.
 */
export type LatencyBucket = { from: number; to: number; stages: StageTiming[]; totalMs: number };

/** The instant a window begins at, so that its buckets lie on whole multiples of their width (UTC). */
export function latencyWindowStart(window: TimeWindow, now: number): number {
  const width = LATENCY_BUCKET_MS[window];
  return Math.floor((now - timeWindowMs(window)) / width) * width + width;
}

/** Every bucket of a window up to the one `now` is in, oldest first, also those in which nothing was measured. */
export function latencyBuckets(sums: readonly LatencySums[], window: TimeWindow, now: number): LatencyBucket[] {
  const width = LATENCY_BUCKET_MS[window];
  const byStart = new Map(sums.map((sum) => [sum.at, sum]));
  const buckets: LatencyBucket[] = [];
  for (let from = latencyWindowStart(window, now); from <= now; from += width) {
    const stages = meansOf(byStart.get(from));
    buckets.push({ from, to: from + width, stages, totalMs: stages.reduce((total, stage) => total + stage.ms, 0) });
  }
  return buckets;
}

/** The stages that appear in any bucket, in wire order. */
export function stagesOf(buckets: readonly LatencyBucket[]): Stage[] {
  const seen = new Set(buckets.flatMap((bucket) => bucket.stages.map(({ stage }) => stage)));
  return STAGES.filter((stage) => seen.has(stage));
}

function meansOf(sums: LatencySums | undefined): StageTiming[] {
  if (sums === undefined) return [];
  return STAGES.flatMap((stage) => {
    const sum = sums.stages.find((each) => each.stage === stage);
    return sum === undefined || sum.checks === 0 ? [] : [{ stage, ms: sum.sumMs / sum.checks }];
  });
}
