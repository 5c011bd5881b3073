import fc from "fast-check";
import { expect, test } from "vitest";
import { paceOf } from "./pace.ts";

/** When connections are let through that come as fast as they may, each asked for so long after the one before. */
function letThrough(perMinute: number, gapsMs: number[]): number[] {
  const { spacingMs, slackMs } = paceOf(perMinute)!;
  let nowMs = 0;
  let usedUntilMs = 0;
  return gapsMs.map((gapMs) => {
    nowMs = Math.max(nowMs + gapMs, usedUntilMs - slackMs);
    usedUntilMs = Math.max(usedUntilMs, nowMs) + spacingMs;
    return nowMs;
  });
}

test("no minute sees more connections than it may, wherever it begins", () => {
  const perMinute = fc.integer({ min: 1, max: 300 });
  const gapsMs = fc.array(fc.oneof(fc.constant(0), fc.nat(2_000), fc.nat(70_000)), { minLength: 1, maxLength: 700 });
  fc.assert(
    fc.property(perMinute, gapsMs, (most, gaps) => {
      const at = letThrough(most, gaps);
      let first = 0;
      for (let last = 0; last < at.length; last++) {
        while (at[last]! - at[first]! >= 60_000) first++;
        expect(last - first + 1).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test("asked all the time, a minute sees nearly all it may, and a sixth of them at once", () => {
  const at = letThrough(
    60,
    Array.from({ length: 600 }, () => 0),
  );
  expect(at.filter((ms) => ms === 0)).toHaveLength(10);
  expect(at.filter((ms) => ms < 60_000)).toHaveLength(60);
  expect(at.at(-1)! / 60_000).toBeLessThan(12);
});

test("0 is no limit", () => {
  expect(paceOf(0)).toBeNull();
});
