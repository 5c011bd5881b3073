import { expect, test } from "vitest";
import { histogramOf } from "../latency/histogram.ts";
import { mergedTallies, NO_TALLY, type Tally } from "./tally.ts";

const tallyOf = (...times: number[]): Tally => ({
  checks: times.length,
  sumMs: times.reduce((sum, ms) => sum + ms, 0),
  histogram: histogramOf(times),
});

test("merging is adding", () => {
  expect(mergedTallies([tallyOf(1, 20), NO_TALLY, tallyOf(20, 300)])).toEqual(tallyOf(1, 20, 20, 300));
  expect(mergedTallies([tallyOf(5)])).toEqual(tallyOf(5));
  expect(mergedTallies([])).toEqual(NO_TALLY);
});

test("where the spread of a part is not known, that of the whole is not", () => {
  const onlySum = { checks: 2, sumMs: 30, histogram: [] };
  expect(mergedTallies([tallyOf(10), onlySum])).toEqual({ checks: 3, sumMs: 40, histogram: [] });
});
