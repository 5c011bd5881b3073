import { STAGES, type Stage, type StageTiming } from "../check/stage.ts";
import { mergedTallies, type Tally } from "../judging/tally.ts";
import { timeWindowStart, type TimeWindow } from "../time/time-window.ts";
import { percentile } from "./histogram.ts";

const MINUTE_MS = 60_000;

/** What of many times a chart shows: their mean, or the time that so many in a hundred do not exceed. */
export const LATENCY_MEASURES = ["mean", "p50", "p95", "p99"] as const;
export type LatencyMeasure = (typeof LATENCY_MEASURES)[number];

export const DEFAULT_LATENCY_MEASURE: LatencyMeasure = "mean";

/** How wide a bucket of the latency chart is, in milliseconds: about a hundred of them fill a window. */
export const LATENCY_BUCKET_MS: Record<TimeWindow, number> = {
  "1h": MINUTE_MS,
  "24h": 15 * MINUTE_MS,
  "7d": 120 * MINUTE_MS,
  "30d": 360 * MINUTE_MS,
  "90d": 1_440 * MINUTE_MS,
};

/** What the checks of one bucket that begins at `at` (epoch ms) took: the whole dialogue, and each stage that happened. */
export type LatencyTallies = { at: number; whole: Tally; stages: { stage: Stage; tally: Tally }[] };

/**
 * One bucket of the chart, [from, to) in epoch milliseconds. `stages` has each stage in wire order over the checks that came through it;
 * empty where nothing was measured. `totalMs` is the sum of their means, so that a stack reads as one whole dialogue, or the percentile of
 * the whole dialogue, which is no sum of those of its stages.
 */
export type LatencyBucket = { from: number; to: number; stages: StageTiming[]; totalMs: number };

/** The measure a URL asks for; the mean where it asks for none or for nonsense. */
export function parseLatencyMeasure(value: string | string[] | undefined): LatencyMeasure {
  return LATENCY_MEASURES.find((measure) => measure === value) ?? DEFAULT_LATENCY_MEASURE;
}

/** The instant (epoch ms) at which the first bucket of a window begins. */
export function latencyWindowStart(window: TimeWindow, now: number): number {
  return timeWindowStart(window, LATENCY_BUCKET_MS[window], now);
}

/** Every bucket of a window up to the one `now` is in, oldest first, also those in which nothing was measured. */
export function latencyBuckets(
  tallies: readonly LatencyTallies[],
  window: TimeWindow,
  now: number,
  measure: LatencyMeasure,
): LatencyBucket[] {
  const width = LATENCY_BUCKET_MS[window];
  const byStart = new Map(tallies.map((each) => [each.at, each]));
  const buckets: LatencyBucket[] = [];
  for (let from = latencyWindowStart(window, now); from <= now; from += width) {
    buckets.push({ from, to: from + width, ...measured(byStart.get(from), measure) });
  }
  return buckets;
}

/** What a measure says of all that was measured in a window. */
export function latencyOverall(
  tallies: readonly LatencyTallies[],
  measure: LatencyMeasure,
): Pick<LatencyBucket, "stages" | "totalMs"> {
  const of = (stage: Stage) =>
    mergedTallies(tallies.flatMap((each) => each.stages.filter((one) => one.stage === stage).map(({ tally }) => tally)));
  const stages = STAGES.map((stage) => ({ stage, tally: of(stage) }));
  return measured({ stages, whole: mergedTallies(tallies.map(({ whole }) => whole)) }, measure);
}

/** The stages that appear in any bucket, in wire order. */
export function stagesOf(buckets: readonly LatencyBucket[]): Stage[] {
  const seen = new Set(buckets.flatMap((bucket) => bucket.stages.map(({ stage }) => stage)));
  return STAGES.filter((stage) => seen.has(stage));
}

/** What a measure says of many times, in ms; null where there are none, or where too little is known of them. */
function measureOf({ checks, sumMs, histogram }: Tally, measure: LatencyMeasure): number | null {
  if (measure === "mean") return checks === 0 ? null : sumMs / checks;
  return percentile(histogram, Number(measure.slice(1)) / 100);
}

function measured(
  tallies: Omit<LatencyTallies, "at"> | undefined,
  measure: LatencyMeasure,
): Pick<LatencyBucket, "stages" | "totalMs"> {
  const stages = STAGES.flatMap((stage) => {
    const tally = tallies?.stages.find((each) => each.stage === stage)?.tally;
    const ms = tally ? measureOf(tally, measure) : null;
    return ms === null ? [] : [{ stage, ms }];
  });
  if (measure === "mean") return { stages, totalMs: stages.reduce((total, { ms }) => total + ms, 0) };
  const totalMs = tallies ? measureOf(tallies.whole, measure) : null;
  return totalMs === null ? { stages: [], totalMs: 0 } : { stages, totalMs };
}
