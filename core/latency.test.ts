import { expect, test } from "vitest";
import { LATENCY_BUCKET_MS, latencyBuckets, latencyWindowStart, stagesOf } from "./latency.ts";
import { TIME_WINDOWS } from "./time-window.ts";

const NOW = Date.parse("2026-05-05T10:20:30.123Z");

test("a window is cut into at most 120 buckets that lie on multiples of their width and end with the present one", () => {
  for (const window of TIME_WINDOWS) {
    const buckets = latencyBuckets([], window, NOW);
    expect(buckets.length).toBeGreaterThanOrEqual(60);
    expect(buckets.length).toBeLessThanOrEqual(120);
    expect(buckets.every((bucket) => bucket.from % LATENCY_BUCKET_MS[window] === 0)).toBe(true);
    expect(buckets.at(-1)!.from).toBeLessThanOrEqual(NOW);
    expect(buckets.at(-1)!.to).toBeGreaterThan(NOW);
  }
});

test("a stack is the mean of each stage over the checks that came through it, in wire order", () => {
  const at = latencyWindowStart("1h", NOW);
  const [bucket] = latencyBuckets(
    [
      {
        at,
        stages: [
          { stage: "quit", sumMs: 5, checks: 1 },
          { stage: "connect", sumMs: 60, checks: 3 },
          { stage: "auth", sumMs: 0, checks: 0 },
        ],
      },
    ],
    "1h",
    NOW,
  );
  expect(bucket).toMatchObject({
    from: at,
    totalMs: 25,
    stages: [
      { stage: "connect", ms: 20 },
      { stage: "quit", ms: 5 },
    ],
  });
});

test("the stages of a chart are those that were measured anywhere in it", () => {
  const at = latencyWindowStart("24h", NOW);
  const buckets = latencyBuckets(
    [
      { at, stages: [{ stage: "quit", sumMs: 1, checks: 1 }] },
      { at: at + LATENCY_BUCKET_MS["24h"], stages: [{ stage: "dns", sumMs: 1, checks: 1 }] },
    ],
    "24h",
    NOW,
  );
  expect(stagesOf(buckets)).toEqual(["dns", "quit"]);
});
