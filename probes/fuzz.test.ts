import { expect, test } from "vitest";
import { fuzzProbe } from "#testing/fuzz/fuzz-probe.ts";

/** On a busy machine everything stands still for a while; nothing does for so long. */
const STUCK_MS = 10_000;

// The same as `npm run bench -- fuzz`, which does it many more times; a seed that fails there belongs here.
test("three thousand accidents leave every promise of the probe whole", { timeout: 120_000 }, async () => {
  const outcome = await fuzzProbe(1, 3_000, 10, STUCK_MS);
  expect(outcome.broken).toEqual([]);
  expect(outcome.leftOpen).toBe(0);
  expect(outcome.byReason.size).toBeGreaterThan(20);
  expect(outcome.byStatus.get("up")).toBeGreaterThan(100);
});
