import fc from "fast-check";
import { expect, test } from "vitest";
import { HEALTH_STATUSES, type HealthStatus } from "../check/status.ts";
import { percentText, spansOf, uptimeOf, type StatusChange } from "./uptime.ts";

const change = (at: number, from: HealthStatus, to: HealthStatus): StatusChange => ({ at, from, to });

test("an outage of 250 ms in a window of 1,000 ms is 75 % uptime", () => {
  const uptime = uptimeOf([change(100, "up", "down"), change(350, "down", "up")], 0, 1_000);
  expect(uptime).toMatchObject({ windowMs: 1_000, coverage: 1, share: 0.75 });
  expect(uptime.ms).toMatchObject({ up: 750, down: 250 });
});

test("degraded time counts as up and is shown apart", () => {
  const uptime = uptimeOf([change(400, "up", "degraded")], 0, 1_000);
  expect(uptime.share).toBe(1);
  expect(uptime.ms.degraded).toBe(600);
});

test("unknown, paused and maintenance time is left out and shown as left out", () => {
  const uptime = uptimeOf(
    [
      change(10, "up", "unknown"),
      change(20, "unknown", "paused"),
      change(40, "paused", "maintenance"),
      change(70, "maintenance", "down"),
    ],
    0,
    1_000,
  );
  expect(uptime.leftOutMs).toBe(60);
  expect(uptime.ms).toMatchObject({ up: 10, unknown: 10, paused: 20, maintenance: 30, down: 930 });
  expect(uptime.share).toBeCloseTo(10 / 940, 12);
});

test("with less than 90 % of the window watched there is no number", () => {
  expect(uptimeOf([change(101, "unknown", "up")], 0, 1_000)).toMatchObject({ coverage: 0.899, share: null });
  expect(uptimeOf([change(100, "unknown", "up")], 0, 1_000)).toMatchObject({ coverage: 0.9, share: 1 });
});

test("without any change nobody knows anything", () => {
  expect(uptimeOf([], 0, 1_000)).toMatchObject({ coverage: 0, share: null, leftOutMs: 1_000 });
});

test("a change before the window decides how the window begins", () => {
  expect(spansOf([change(-5_000, "unknown", "down")], 0, 10)).toEqual([{ from: 0, to: 10, status: "down" }]);
});

test("an empty window has no uptime", () => {
  expect(uptimeOf([change(0, "unknown", "up")], 500, 500)).toMatchObject({ windowMs: 0, share: null });
});

const status = fc.constantFrom(...HEALTH_STATUSES);
/** A history as the product writes it: each change starts from where the last one ended. */
const history = fc
  .tuple(status, fc.array(fc.tuple(fc.integer({ min: -2_000, max: 4_000 }), status), { maxLength: 40 }))
  .map(([first, steps]) => {
    let from = first;
    return steps
      .toSorted(([a], [b]) => a - b)
      .map(([at, to]) => {
        const made = change(at, from, to);
        from = to;
        return made;
      });
  });
const window = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 2_000 }))
  .map(([from, length]) => ({ from, to: from + length }));

test("up + degraded + down + left out is the window, whatever happened", () => {
  fc.assert(
    fc.property(history, window, (changes, { from, to }) => {
      const { ms, leftOutMs, windowMs } = uptimeOf(changes, from, to);
      expect(ms.up + ms.degraded + ms.down + leftOutMs).toBe(to - from);
      expect(windowMs).toBe(to - from);
    }),
  );
});

test("every millisecond is counted for the status it was in, as counting them one by one finds", () => {
  fc.assert(
    fc.property(history, window, (changes, { from, to }) => {
      const counted: Record<string, number> = {};
      for (let at = from; at < to; at++) {
        const latest = changes.findLast((each) => each.at <= at);
        const was = latest?.to ?? changes[0]?.from ?? "unknown";
        counted[was] = (counted[was] ?? 0) + 1;
      }
      const { ms } = uptimeOf(changes, from, to);
      for (const each of HEALTH_STATUSES) expect(ms[each]).toBe(counted[each] ?? 0);
    }),
    { numRuns: 200 },
  );
});

test("cutting a window in two and adding up changes nothing", () => {
  fc.assert(
    fc.property(history, window, fc.double({ min: 0, max: 1, noNaN: true }), (changes, { from, to }, where) => {
      const cut = from + Math.floor((to - from) * where);
      const [whole, first, second] = [uptimeOf(changes, from, to), uptimeOf(changes, from, cut), uptimeOf(changes, cut, to)];
      for (const each of HEALTH_STATUSES) expect(first.ms[each] + second.ms[each]).toBe(whole.ms[each]);
    }),
  );
});

test("a percentage is never rounded up to 100 nor down to 0", () => {
  expect(percentText(1)).toBe("100 %");
  expect(percentText(0.999_999)).toBe("99.99 %");
  expect(percentText(0.000_001)).toBe("0.01 %");
  expect(percentText(0)).toBe("0 %");
  expect(percentText(0.987_65)).toBe("98.77 %");
});
