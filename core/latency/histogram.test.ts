import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, bucketRange, countOf, histogramOf, LONGEST_MS, merged, percentile } from "./histogram.ts";

const times = fc.array(fc.integer({ min: 0, max: LONGEST_MS }), { minLength: 1, maxLength: 200 });

test("every time lies in the range of its bucket, and buckets follow each other without a gap", () => {
  let last = -1;
  for (let ms = 0; ms <= LONGEST_MS; ms += 1) {
    const bucket = bucketOf(ms);
    const { from, to } = bucketRange(bucket);
    expect(from <= ms && ms <= to).toBe(true);
    expect(bucket === last || bucket === last + 1).toBe(true);
    last = bucket;
  }
});

test("times outside of what is told apart are in the outermost buckets", () => {
  expect([bucketOf(-3), bucketOf(1e9), bucketOf(0.4)]).toEqual([0, bucketOf(LONGEST_MS), 0]);
});

test("a percentile is within a thirtieth of the exact one", () => {
  fc.assert(
    fc.property(times, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const exact = values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(share * values.length)) - 1]!;
      expect(Math.abs(percentile(histogramOf(values), share)! - exact)).toBeLessThanOrEqual(exact / 30);
    }),
  );
});

test("merging is adding: the histogram of all is that of the parts, in any order", () => {
  fc.assert(
    fc.property(times, times, (some, others) => {
      const parts = [histogramOf(some), histogramOf(others)];
      expect(merged(parts)).toEqual(histogramOf([...some, ...others]));
      expect(merged(parts.toReversed())).toEqual(merged(parts));
      expect(countOf(merged(parts))).toBe(some.length + others.length);
    }),
  );
});

test("nothing has no percentile", () => {
  expect([percentile([], 0.5), countOf([])]).toEqual([null, 0]);
});
