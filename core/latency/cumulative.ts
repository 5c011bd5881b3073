import { bucketRange, type Histogram } from "./histogram.ts";

/** A histogram as Prometheus counts: how many times are at most `leMs` each, how many there are, and their sum in ms. */
export type Cumulative = { buckets: { leMs: number; count: number }[]; count: number; sumMs: number };

/**
 * A histogram of ms by upper bounds. A bucket of ours counts for a bound that its longest time does not exceed, so a count may be too small
 * by what lies between the two and is never too large. The sum takes the middle of each bucket.
 */
export function cumulative(histogram: Histogram, bounds: readonly number[]): Cumulative {
  const pairs = Array.from({ length: histogram.length / 2 }, (_, at) => ({
    ...bucketRange(histogram[2 * at]!),
    count: histogram[2 * at + 1]!,
  }));
  const counted = (some: typeof pairs) => some.reduce((total, { count }) => total + count, 0);
  return {
    buckets: bounds.map((leMs) => ({ leMs, count: counted(pairs.filter(({ to }) => to <= leMs)) })),
    count: counted(pairs),
    sumMs: pairs.reduce((total, { from, to, count }) => total + ((from + to) / 2) * count, 0),
  };
}
