import { expect, test } from "vitest";
import { fuzzScripts } from "#testing/fuzz/fuzz-scripts.ts";

// The same as `npm run bench -- scripts`, which does it many more times; a seed that fails there belongs here.
test("two hundred scripts, good and broken, leave every promise whole", () => {
  const { accepted, refused, broken } = fuzzScripts(1, 200);
  expect(broken).toEqual([]);
  expect(accepted).toBeGreaterThan(60);
  expect(refused).toBeGreaterThan(60);
});
