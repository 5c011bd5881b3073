import { expect, test } from "vitest";
import { NO_TALLY, type Tally } from "../judging/tally.ts";
import { TIME_WINDOWS } from "../time/time-window.ts";
import { histogramOf } from "./histogram.ts";
import { LATENCY_BUCKET_MS, latencyBuckets, latencyOverall, latencyWindowStart, parseLatencyMeasure, stagesOf } from "./latency.ts";

const NOW = Date.parse("2026-05-05T10:20:30.123Z");

const tallyOf = (...times: number[]): Tally => ({
  checks: times.length,
  sumMs: times.reduce((sum, ms) => sum + ms, 0),
  histogram: histogramOf(times),
});

test("a window is cut into at most 120 buckets that lie on multiples of their width and end with the present one", () => {
  for (const window of TIME_WINDOWS) {
    const buckets = latencyBuckets([], window, NOW, "mean");
    expect(buckets.length).toBeGreaterThanOrEqual(60);
    expect(buckets.length).toBeLessThanOrEqual(120);
    expect(buckets.every((bucket) => bucket.from % LATENCY_BUCKET_MS[window] === 0)).toBe(true);
    expect(buckets.at(-1)!.from).toBeLessThanOrEqual(NOW);
    expect(buckets.at(-1)!.to).toBeGreaterThan(NOW);
  }
});

test("a stack is the mean of each stage over the checks that came through it, in wire order", () => {
  const at = latencyWindowStart("1h", NOW);
  const stages = [
    { stage: "quit" as const, tally: tallyOf(5) },
    { stage: "connect" as const, tally: tallyOf(10, 20, 30) },
    { stage: "auth" as const, tally: NO_TALLY },
  ];
  const [bucket] = latencyBuckets([{ at, whole: tallyOf(10, 20, 35), stages }], "1h", NOW, "mean");
  expect(bucket).toMatchObject({
    from: at,
    totalMs: 25,
    stages: [
      { stage: "connect", ms: 20 },
      { stage: "quit", ms: 5 },
    ],
  });
});

test("a percentile is that of the whole dialogue and that of each stage, which do not add up", () => {
  const at = latencyWindowStart("1h", NOW);
  const stages = [
    { stage: "dns" as const, tally: tallyOf(1, 2, 15) },
    { stage: "connect" as const, tally: tallyOf(1, 14, 3) },
  ];
  const tallies = [{ at, whole: tallyOf(2, 16, 18), stages }];
  const [p99] = latencyBuckets(tallies, "1h", NOW, "p99");
  expect(p99).toMatchObject({
    totalMs: 18,
    stages: [
      { stage: "dns", ms: 15 },
      { stage: "connect", ms: 14 },
    ],
  });
  expect(latencyBuckets(tallies, "1h", NOW, "p50")[0]).toMatchObject({ totalMs: 16 });
});

test("a bucket of which only sums are known has a mean and no percentile", () => {
  const at = latencyWindowStart("90d", NOW);
  const tallies = [{ at, whole: NO_TALLY, stages: [{ stage: "dns" as const, tally: { checks: 2, sumMs: 6, histogram: [] } }] }];
  expect(latencyBuckets(tallies, "90d", NOW, "mean")[0]).toMatchObject({ totalMs: 3 });
  expect(latencyBuckets(tallies, "90d", NOW, "p95")[0]).toMatchObject({ stages: [], totalMs: 0 });
});

test("a window as a whole is what all of its buckets say together", () => {
  const at = latencyWindowStart("24h", NOW);
  const tallies = [tallyOf(1, 1, 1), tallyOf(9)].map((tally, index) => ({
    at: at + index * LATENCY_BUCKET_MS["24h"],
    whole: tally,
    stages: [{ stage: "dns" as const, tally }],
  }));
  expect(latencyOverall(tallies, "mean")).toEqual({ stages: [{ stage: "dns", ms: 3 }], totalMs: 3 });
  expect(latencyOverall(tallies, "p95")).toEqual({ stages: [{ stage: "dns", ms: 9 }], totalMs: 9 });
});

test("the stages of a chart are those that were measured anywhere in it", () => {
  const at = latencyWindowStart("24h", NOW);
  const buckets = latencyBuckets(
    [
      { at, whole: tallyOf(1), stages: [{ stage: "quit", tally: tallyOf(1) }] },
      { at: at + LATENCY_BUCKET_MS["24h"], whole: tallyOf(1), stages: [{ stage: "dns", tally: tallyOf(1) }] },
    ],
    "24h",
    NOW,
    "mean",
  );
  expect(stagesOf(buckets)).toEqual(["dns", "quit"]);
});

test("an address that asks for no measure we have asks for the mean", () => {
  expect(["p95", "p100", ["p50"], undefined].map(parseLatencyMeasure)).toEqual(["p95", "mean", "mean", "mean"]);
});
