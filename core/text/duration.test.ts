import { expect, test } from "vitest";
import { durationExact, durationWords } from "./duration.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
  [999, "under 1 s"],
  [45 * SECOND, "45 s"],
  [59_999, "59 s"],
  [12 * MINUTE + 59 * SECOND, "12 min"],
  [HOUR, "1 h"],
  [HOUR + 5 * MINUTE + 30 * SECOND, "1 h 5 min"],
  [HOUR + 30 * SECOND, "1 h"],
  [2 * DAY + 3 * HOUR + 59 * MINUTE, "2 d 3 h"],
  [2 * DAY + 59 * MINUTE, "2 d"],
  [-5, "under 1 s"],
])("%i ms in words is %s", (ms, words) => {
  expect(durationWords(ms)).toBe(words);
});

test.each([
  [200, "less than a second"],
  [61 * SECOND, "1 minute 1 second"],
  [HOUR + 5 * MINUTE + 12 * SECOND, "1 hour 5 minutes 12 seconds"],
  [3 * DAY + 2 * SECOND, "3 days 2 seconds"],
])("%i ms exactly is %s", (ms, words) => {
  expect(durationExact(ms)).toBe(words);
});
