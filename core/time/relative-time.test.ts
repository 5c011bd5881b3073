import { expect, test } from "vitest";
import { exactTime, relativeTime } from "./relative-time.ts";

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);

test.each([
  [0, "just now"],
  [4_999, "just now"],
  [42_000, "42 s ago"],
  [119_000, "1 min ago"],
  [59 * 60_000, "59 min ago"],
  [47 * 3_600_000, "47 h ago"],
  [48 * 3_600_000, "2 days ago"],
])("%i ms back reads %s", (ms, words) => {
  expect(relativeTime(NOW - ms, NOW)).toBe(words);
});

test("what lies ahead reads as ahead", () => {
  expect(relativeTime(NOW + 90_000, NOW)).toBe("in 1 min");
});

test("an exact time names its zone", () => {
  expect(exactTime(new Date(NOW), "UTC")).toBe("23 Nov 2026, 12:00:00 UTC");
  expect(exactTime(new Date(NOW), "Europe/Berlin")).toBe("23 Nov 2026, 13:00:00 CET");
});
