import { expect, test } from "vitest";
import { msText } from "./ms-text.ts";

test.each([
  [0, "0 ms"],
  [4, "4 ms"],
  [4.25, "4.3 ms"],
  [9.99, "10.0 ms"],
  [512.4, "512 ms"],
  [999.6, "1.00 s"],
  [1_420, "1.42 s"],
  [15_000, "15.0 s"],
])("%d ms is said as %j", (ms, text) => {
  expect(msText(ms)).toBe(text);
});
