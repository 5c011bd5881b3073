import { expect, test } from "vitest";
import { isToBeLeftOut } from "./outvoted.ts";

test.each([
  ["one server that turns it away", { monitors: 1, checks: 2, due: 2 }, false],
  ["a provider that turns it away", { monitors: 8, checks: 16, due: 200 }, false],
  ["a resolver that lies", { monitors: 90, checks: 95, due: 100 }, true],
  ["a few monitors, all of them otherwise", { monitors: 3, checks: 3, due: 4 }, true],
  ["nothing", { monitors: 0, checks: 0, due: 0 }, false],
])("%s", (_, outvoted, isLeftOut) => {
  expect(isToBeLeftOut(outvoted)).toBe(isLeftOut);
});
