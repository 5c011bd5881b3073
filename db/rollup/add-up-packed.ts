import { NO_TALLY, type Tally } from "#core/judging/tally.ts";
import { BUCKETS, histogramOfCounts } from "#core/latency/histogram.ts";
import { varintReader } from "../result/varint.ts";
import type { Tallies } from "./tallies.ts";

/** Adds packed tallies of one thing up in place. */
class Sum {
  private readonly counts = new Float64Array(BUCKETS);
  private checks = 0;
  private sumMs = 0;
  private isSpreadKnown = true;

  /** Adds the tally that comes next. */
  add(varints: ReturnType<typeof varintReader>): void {
    const checks = varints.next();
    if (checks === 0) return;
    this.checks += checks;
    this.sumMs += varints.next();
    const buckets = varints.next();
    this.isSpreadKnown &&= buckets > 0;
    for (let left = buckets, bucket = 0; left > 0; left--) {
      bucket += varints.next();
      this.counts[bucket]! += varints.next();
    }
  }

  /** What was added since the last time. */
  take(): Tally {
    if (this.checks === 0) return NO_TALLY;
    const histogram = this.isSpreadKnown ? histogramOfCounts(this.counts) : [];
    const tally = { checks: this.checks, sumMs: this.sumMs, histogram };
    this.counts.fill(0);
    this.checks = 0;
    this.sumMs = 0;
    this.isSpreadKnown = true;
    return tally;
  }
}

const WHOLE = new Sum();
const STAGES: Sum[] = [];

/** The tallies of everything that is in any of these, as `packTallies` packed them: a chart of thirty days adds up 720 hours. */
export function addUpPacked(all: readonly Uint8Array[]): Tallies {
  for (const packed of all) {
    const varints = varintReader(packed);
    WHOLE.add(varints);
    for (let position = 0; !varints.isAtEnd(); position++) (STAGES[position] ??= new Sum()).add(varints);
  }
  const stages = STAGES.map((sum) => sum.take());
  return { whole: WHOLE.take(), stages: stages.slice(0, 1 + stages.findLastIndex(({ checks }) => checks > 0)) };
}
