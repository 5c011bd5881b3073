import { expect, test } from "vitest";
import { latencyFigures } from "./latency-figures.ts";
import type { LatencyBucket } from "./latency.ts";

test("every bucket has a figure for each stage that any of them has, in wire order, and none where nothing was measured", () => {
  const buckets: LatencyBucket[] = [
    { from: 0, to: 60, totalMs: 12.34567, stages: [{ stage: "connect", ms: 12.34567 }] },
    { from: 60, to: 120, totalMs: 0, stages: [] },
    {
      from: 120,
      to: 180,
      totalMs: 30,
      stages: [
        { stage: "dns", ms: 0 },
        { stage: "connect", ms: 30 },
      ],
    },
  ];
  expect(latencyFigures(buckets)).toEqual({
    stages: ["dns", "connect"],
    buckets: [
      [0, 12.35, null, 12.35],
      [60, 0, null, null],
      [120, 30, 0, 30],
    ],
  });
});
