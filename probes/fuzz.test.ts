import { expect, test } from "vitest";
import { fuzzProbe } from "#testing/fuzz/fuzz-probe.ts";

/** On a busy machine everything stands still for a while; nothing does for so long. */
const STUCK_MS = 10_000;

// The same as `npm run bench -- fuzz`, which does it many more times; a seed that fails there belongs here.
test.each([
  ["smtp", 3_000, { reasons: 20, up: 100 }],
  ["imap", 600, { reasons: 10, up: 6 }],
  ["pop3", 600, { reasons: 10, up: 6 }],
] as const)("in %s, %i accidents leave every promise of the probe whole", { timeout: 120_000 }, async (kind, runs, atLeast) => {
  const outcome = await fuzzProbe(kind, 1, runs, 10, STUCK_MS);
  expect(outcome.broken).toEqual([]);
  expect(outcome.leftOpen).toBe(0);
  expect(outcome.byReason.size).toBeGreaterThan(atLeast.reasons);
  expect(outcome.byStatus.get("up")).toBeGreaterThan(atLeast.up);
});
