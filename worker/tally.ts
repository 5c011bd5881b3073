import { bucketOf, type Histogram } from "#core/latency/histogram.ts";
import type { CheckEnd } from "./run-check.ts";

/** What became of the checks of this worker since it started. */
export type Tally = {
  note(end: CheckEnd): void;
  /** Checks recorded as up, degraded, down, unknown; and those missed. */
  ended(): number[];
  /** How late those that were recorded had started. */
  lateness(): Histogram;
};

const ENDS = ["up", "degraded", "down", "unknown", "missed"] as const;

export function startTally(): Tally {
  const ended = new Map<string, number>(ENDS.map((end) => [end, 0]));
  const buckets = new Map<number, number>();
  return {
    note(end) {
      if (end === "pointless") return;
      countUp(ended, end === "missed" ? end : end.status);
      if (end !== "missed") countUp(buckets, bucketOf(end.lateMs));
    },
    ended: () => [...ended.values()],
    lateness: () => [...buckets].toSorted(([a], [b]) => a - b).flat(),
  };
}

function countUp<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
