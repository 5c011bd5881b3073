import { expect, test } from "vitest";
import { fuzzRuns } from "#testing/fuzz/fuzz-runs.ts";

// The same as `npm run bench -- scripts`, which does it many more times; a seed that fails there belongs here.
test("sixty scripts, run against servers with moods, leave every promise whole", { timeout: 60_000 }, async () => {
  const { byStatus, byReason, broken } = await fuzzRuns(1, 60, 20);
  expect(broken).toEqual([]);
  expect(byStatus.get("down")).toBeGreaterThan(10);
  expect(byReason.size).toBeGreaterThan(8);
});
