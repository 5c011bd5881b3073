import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulative } from "./cumulative.ts";
import { histogramOf, LONGEST_MS } from "./histogram.ts";

test("each bound counts everything below it, and the last of all bounds everything", () => {
  const times = [0, 1, 1, 7, 40, 900];
  expect(cumulative(histogramOf(times), [1, 10, 100, LONGEST_MS])).toEqual({
    buckets: [
      { leMs: 1, count: 3 },
      { leMs: 10, count: 4 },
      { leMs: 100, count: 5 },
      { leMs: LONGEST_MS, count: 6 },
    ],
    count: 6,
    sumMs: expect.closeTo(949, -2),
  });
});

test("it never counts a time that is longer than the bound, and counts rise with the bounds", () => {
  const bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: LONGEST_MS })), (times) => {
      const { buckets, count } = cumulative(histogramOf(times), bounds);
      let before = 0;
      for (const bucket of buckets) {
        const atMost = times.filter((ms) => ms <= bucket.leMs).length;
        const nearly = times.filter((ms) => ms <= bucket.leMs * (15 / 16)).length;
        expect(bucket.count).toBeLessThanOrEqual(atMost);
        expect(bucket.count).toBeGreaterThanOrEqual(Math.max(before, nearly));
        before = bucket.count;
      }
      expect(count).toBe(times.length);
    }),
  );
});
