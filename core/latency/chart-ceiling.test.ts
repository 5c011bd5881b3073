import { expect, test } from "vitest";
import { chartCeiling } from "./chart-ceiling.ts";

test("a chart reaches as high as its highest value", () => {
  expect(chartCeiling([10, 30, 20])).toBe(30);
});

test("a few timeouts do not press a hundred ordinary values flat", () => {
  expect(chartCeiling([...Array.from({ length: 95 }, () => 50), 15_000, 15_000])).toBe(100);
});

test("where slow is the ordinary, nothing is cut", () => {
  expect(chartCeiling([40, 15_000, 15_000, 15_000])).toBe(15_000);
});

test("a chart of nothing still has a height", () => {
  expect(chartCeiling([])).toBe(1);
  expect(chartCeiling([0, 0])).toBe(1);
});
