import { expect, test } from "vitest";
import { delayText } from "./delay-text.ts";

test.each([
  [0, "0 ms"],
  [3_000, "3.00 s"],
  [80_000, "1 min 20 s"],
  [1_320_000, "22 min"],
  [7_500_000, "2 h 5 min"],
  [-1_000, "−1.00 s"],
])("%d ms are %s", (ms, text) => {
  expect(delayText(ms)).toBe(text);
});
