import { expect, test } from "vitest";
import { certificateLeft } from "./certificate-left.ts";

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 23);

test.each([
  [52 * 24 + 5, { days: 52, words: "52 days left", urgency: "none" }],
  [30 * 24, { days: 30, words: "30 days left", urgency: "none" }],
  [30 * 24 - 1, { days: 29, words: "29 days left", urgency: "soon" }],
  [14 * 24 - 1, { days: 13, words: "13 days left", urgency: "near" }],
  [25, { days: 1, words: "1 day left", urgency: "near" }],
  [23, { days: 0, words: "ends within a day", urgency: "over" }],
  [-1, { days: -1, words: "expired within the last day", urgency: "over" }],
  [-25, { days: -2, words: "expired 1 day ago", urgency: "over" }],
  [-73, { days: -4, words: "expired 3 days ago", urgency: "over" }],
])("a certificate that ends in %i hours", (hours, left) => {
  expect(certificateLeft(NOW + hours * HOUR_MS, NOW)).toEqual(left);
});
