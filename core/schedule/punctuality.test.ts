import { expect, test } from "vitest";
import { histogramOf } from "../latency/histogram.ts";
import { punctualityOf, type Minute } from "./punctuality.ts";

const NOW = Date.UTC(2026, 10, 24, 12, 0, 30);
const MINUTE_MS = 60_000;
const minute = (ago: number, times: number[], wishes: Partial<Minute> = {}): Minute => ({
  minuteAt: Date.UTC(2026, 10, 24, 12) - ago * MINUTE_MS,
  due: times.length,
  ran: times.length,
  missed: 0,
  windowsMissed: 0,
  lateness: histogramOf(times),
  ...wishes,
});

test("minutes of all locations add up, those before the stretch are left out", () => {
  const minutes = [
    minute(10, [900]),
    minute(3, [1, 2, 3], { missed: 2, due: 5 }),
    minute(3, [4, 5]),
    minute(1, [6], { windowsMissed: 1 }),
  ];
  expect(punctualityOf(minutes, NOW, 5 * MINUTE_MS)).toEqual({
    p50: 3,
    p95: 6,
    p99: 6,
    worst: 6,
    perSecond: 6 / 180,
    due: 8,
    missed: 2,
    windowsMissed: 1,
  });
  expect(punctualityOf(minutes, NOW, 60 * MINUTE_MS).worst).toBeGreaterThan(850);
});

test("where nothing ran there is no lateness, and nothing is divided by nothing", () => {
  expect(punctualityOf([], NOW, 5 * MINUTE_MS)).toEqual({
    p50: null,
    p95: null,
    p99: null,
    worst: null,
    perSecond: 0,
    due: 0,
    missed: 0,
    windowsMissed: 0,
  });
});

test("a product that has just started is measured by the time it has run", () => {
  expect(
    punctualityOf(
      [
        minute(
          0,
          Array.from({ length: 60 }, () => 1),
        ),
      ],
      NOW,
      60 * MINUTE_MS,
    ).perSecond,
  ).toBe(1);
});
