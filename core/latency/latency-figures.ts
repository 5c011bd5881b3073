import type { Stage } from "../check/stage.ts";
import { stagesOf, type LatencyBucket } from "./latency.ts";

/**
 * The figures of a chart, short enough to be sent beside its picture: for each bucket when it begins (epoch ms), the ms of the whole dialogue
 * and those of each of `stages`, null where nothing was measured.
 */
export type LatencyFigures = { stages: readonly Stage[]; buckets: readonly BucketFigures[] };
export type BucketFigures = readonly [from: number, totalMs: number, ...stages: (number | null)[]];

/** What a chart shows, without fractions of a hundredth of a millisecond. */
export function latencyFigures(buckets: readonly LatencyBucket[]): LatencyFigures {
  const stages = stagesOf(buckets);
  return {
    stages,
    buckets: buckets.map((bucket) => [bucket.from, rounded(bucket.totalMs), ...stages.map((stage) => msOf(bucket, stage))]),
  };
}

function msOf({ stages }: LatencyBucket, wanted: Stage): number | null {
  const timing = stages.find(({ stage }) => stage === wanted);
  return timing === undefined ? null : rounded(timing.ms);
}

function rounded(ms: number): number {
  return Math.round(ms * 100) / 100;
}
