/**
 * How often what took how long: pairs of a bucket and its count, one after the other, in the order of the buckets, such as
 * `[12, 3, 40, 1]` for three times 12 ms and once about 29 ms. Short to store, and two of them add up to the histogram of both.
 */
export type Histogram = readonly number[];

/** Milliseconds below this have a bucket each; above, every doubling is cut into as many. */
const STEPS = 16;
const STEP_BITS = Math.log2(STEPS);

/** The longest time that is told apart, in ms: what a `smallint` holds. */
export const LONGEST_MS = 32_767;

/** The bucket of a time in ms. A bucket is at most 1/16 wider than its shortest time, so its middle is right to about 3 %. */
export function bucketOf(ms: number): number {
  const whole = Math.min(Math.max(Math.round(ms), 0), LONGEST_MS);
  if (whole < STEPS) return whole;
  const doublings = 31 - Math.clz32(whole) - STEP_BITS;
  return STEPS * doublings + (whole >> doublings);
}

/** How many buckets there are. */
export const BUCKETS = bucketOf(LONGEST_MS) + 1;

/** The whole milliseconds of a bucket, from the shortest to the longest of them. */
export function bucketRange(bucket: number): { from: number; to: number } {
  if (bucket < STEPS) return { from: bucket, to: bucket };
  const doublings = Math.floor(bucket / STEPS) - 1;
  const from = (bucket - STEPS * doublings) << doublings;
  return { from, to: from + (1 << doublings) - 1 };
}

/** The histogram of times in ms. */
export function histogramOf(times: readonly number[]): Histogram {
  return merged(times.map((ms) => [bucketOf(ms), 1]));
}

/** The histogram of everything that is in any of these. */
export function merged(histograms: readonly Histogram[]): Histogram {
  const counts = new Float64Array(BUCKETS);
  for (const histogram of histograms) {
    for (let at = 0; at < histogram.length; at += 2) counts[histogram[at]!]! += histogram[at + 1]!;
  }
  return histogramOfCounts(counts);
}

/** The histogram that has so many in each bucket. */
export function histogramOfCounts(counts: ArrayLike<number>): Histogram {
  const histogram: number[] = [];
  for (let bucket = 0; bucket < counts.length; bucket++) if (counts[bucket]! > 0) histogram.push(bucket, counts[bucket]!);
  return histogram;
}

/** How many times are in it. */
export function countOf(histogram: Histogram): number {
  let count = 0;
  for (let at = 1; at < histogram.length; at += 2) count += histogram[at]!;
  return count;
}

/**
 * The time in ms that a share (0 to 1) of all times do not exceed, by nearest rank: 0.99 of a hundred is the 99th. It is the middle of
 * its bucket; null where there are no times.
 */
export function percentile(histogram: Histogram, share: number): number | null {
  const rank = Math.max(1, Math.ceil(share * countOf(histogram)));
  let before = 0;
  for (let at = 0; at < histogram.length; at += 2) {
    before += histogram[at + 1]!;
    if (before < rank) continue;
    const { from, to } = bucketRange(histogram[at]!);
    return (from + to) / 2;
  }
  return null;
}
