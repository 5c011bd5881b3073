import { expect, test } from "vitest";
import { summaryLine, type StatusCounts } from "./summary-line.ts";

const NOW = 1_800_000_000_000;
const counts = (some: Partial<StatusCounts>): StatusCounts => ({
  up: 0,
  degraded: 0,
  down: 0,
  unknown: 0,
  paused: 0,
  maintenance: 0,
  ...some,
});

test("all monitors are said in one line, and for how long one has been down", () => {
  expect(summaryLine(counts({ up: 41, down: 1, degraded: 2 }), NOW - 12 * 60_000 - 59_999, NOW)).toBe(
    "41 up, 1 down for 12 min, 2 degraded",
  );
});

test("with several down the longest is named", () => {
  expect(summaryLine(counts({ down: 3 }), NOW - 7_200_000, NOW)).toBe("3 down for up to 2 h");
});

test("what is not watched is said last", () => {
  expect(summaryLine(counts({ paused: 1, maintenance: 2, unknown: 3, up: 4 }), null, NOW)).toBe(
    "4 up, 3 unknown, 2 in maintenance, 1 paused",
  );
});

test("no monitors is said as such", () => {
  expect(summaryLine(counts({}), null, NOW)).toBe("No monitors");
});

test("a clock a little behind never makes a negative duration", () => {
  expect(summaryLine(counts({ down: 1 }), NOW + 400, NOW)).toBe("1 down for under 1 s");
});
