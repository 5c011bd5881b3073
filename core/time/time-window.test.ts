import { expect, test } from "vitest";
import { parseTimeWindow, TIME_WINDOWS, timeWindowLabel, timeWindowMs } from "./time-window.ts";

test("every window can be asked for by its name", () => {
  for (const window of TIME_WINDOWS) expect(parseTimeWindow(window)).toBe(window);
});

test("a window nobody knows, none at all or a repeated one is the last 24 hours", () => {
  for (const value of ["", "2d", "24H", undefined, ["1h", "7d"]]) expect(parseTimeWindow(value)).toBe("24h");
});

test("windows have lengths in milliseconds and names in words", () => {
  expect(timeWindowMs("1h")).toBe(3_600_000);
  expect(timeWindowMs("90d")).toBe(90 * 86_400_000);
  expect(timeWindowLabel("7d")).toBe("7 days");
});
