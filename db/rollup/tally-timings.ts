import { NO_TALLY, type Tally } from "#core/judging/tally.ts";
import { BUCKETS, bucketOf, histogramOfCounts } from "#core/latency/histogram.ts";
import { readPacked } from "../result/pack-timings.ts";
import { TIMING_POSITIONS } from "../result/timing-positions.ts";
import type { Tallies } from "./tallies.ts";

/** Adds times up in place: this runs for every stage of every check there is. */
class Counter {
  private readonly counts = new Uint32Array(BUCKETS);
  private checks = 0;
  private sumMs = 0;

  add(ms: number): void {
    this.counts[bucketOf(ms)]!++;
    this.checks++;
    this.sumMs += ms;
  }

  /** What was added since the last time. */
  take(): Tally {
    if (this.checks === 0) return NO_TALLY;
    const tally = { checks: this.checks, sumMs: this.sumMs, histogram: histogramOfCounts(this.counts) };
    this.counts.fill(0);
    this.checks = 0;
    this.sumMs = 0;
    return tally;
  }
}

const WHOLE = new Counter();
const STAGES = TIMING_POSITIONS.map(() => new Counter());

/** The tallies of checks whose packed timings are joined by `BETWEEN_CHECKS`. A check without any timing took nothing. */
export function tallyTimings(joined: Uint8Array): Tallies {
  let wholeMs = 0;
  let hasTimes = false;
  readPacked(
    joined,
    (position, ms) => {
      STAGES[position]!.add(ms);
      wholeMs += ms;
      hasTimes = true;
    },
    () => {
      if (hasTimes) WHOLE.add(wholeMs);
      wholeMs = 0;
      hasTimes = false;
    },
  );
  const stages = STAGES.map((counter) => counter.take());
  return { whole: WHOLE.take(), stages: stages.slice(0, 1 + stages.findLastIndex(({ checks }) => checks > 0)) };
}
