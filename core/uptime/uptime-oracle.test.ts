import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { afterAll, expect, test } from "vitest";
import { printFigure } from "#testing/print-figure.ts";
import { HEALTH_STATUSES, type HealthStatus } from "../check/status.ts";
import { TIME_ZONES } from "../time/time-zone.ts";
import { dayBars, lastDays } from "./day-bars.ts";
import { stretchOf, stretchOfDays, UPTIME_WINDOWS, type Stretch } from "./uptime-window.ts";
import { MIN_COVERAGE, uptimeOf, type StatusChange, type Uptime } from "./uptime.ts";

const HISTORIES = 10_000;
const SEED = 5_545;
const DAY_MS = 86_400_000;

let histories = 0;
let mismatches = 0;
afterAll(() => printFigure("C19", `${histories} histories, ${mismatches} mismatches`));

/**
 * The oracle, which shares nothing with what it judges: it takes every instant at which anything could change, and asks of each piece
 * between two of them what the latest change before it said.
 */
function countedPiecewise(changes: readonly StatusChange[], { from, to }: Stretch): Record<HealthStatus, bigint> {
  const counted = Object.fromEntries(HEALTH_STATUSES.map((status) => [status, 0n])) as Record<HealthStatus, bigint>;
  const boundaries = [...new Set([from, to, ...changes.map(({ at }) => at).filter((at) => at > from && at < to)])];
  boundaries.sort((a, b) => a - b);
  for (let index = 1; index < boundaries.length; index++) {
    const begin = boundaries[index - 1]!;
    let status: HealthStatus = changes[0]?.from ?? "unknown";
    for (const change of changes) if (change.at <= begin) status = change.to;
    counted[status] += BigInt(boundaries[index]! - begin);
  }
  return counted;
}

/** The same windows by another library. */
function windowByTemporal(choice: Choice, now: number, zone: string): Stretch {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const month = (away: number) =>
    local.toPlainDate().with({ day: 1 }).add({ months: away }).toZonedDateTime(zone).epochMilliseconds;
  if (typeof choice === "object") {
    const start = (day: string, more: number) =>
      Temporal.PlainDate.from(day).add({ days: more }).toZonedDateTime(zone).epochMilliseconds;
    return { from: Math.min(start(choice.first, 0), now), to: Math.min(start(choice.last, 1), now) };
  }
  if (choice === "this-month") return { from: month(0), to: now };
  if (choice === "last-month") return { from: month(-1), to: month(0) };
  return { from: now - { "24h": 1, "7d": 7, "30d": 30, "90d": 90 }[choice] * DAY_MS, to: now };
}

type Choice = (typeof UPTIME_WINDOWS)[number] | { first: string; last: string };

const NOW = fc.integer({ min: Date.parse("2024-01-01T00:00Z"), max: Date.parse("2028-12-31T23:59:59.999Z") });
const statuses = fc.constantFrom(...HEALTH_STATUSES);
const steps = fc.array(
  fc.tuple(
    fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 600_000 }),
      fc.integer({ min: 0, max: 3 * DAY_MS }),
      fc.integer({ min: 0, max: 60 * DAY_MS }),
    ),
    statuses,
  ),
  { maxLength: 40 },
);
const range = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 120 }));
const made = fc.record({
  now: NOW,
  zone: fc.constantFrom(...TIME_ZONES),
  first: statuses,
  steps,
  range,
  window: fc.nat({ max: UPTIME_WINDOWS.length }),
});

/** A history as the product writes it, up to `now`: each change begins where the one before it ended. */
function historyOf(now: number, first: HealthStatus, after: readonly (readonly [number, HealthStatus])[]): StatusChange[] {
  let at = now - after.reduce((sum, [wait]) => sum + wait, 0);
  let from = first;
  return after.map(([wait, to]) => {
    at += wait;
    const change = { at, from, to };
    from = to;
    return change;
  });
}

function choiceOf(window: number, now: number, zone: string, [ago, length]: readonly [number, number]): Choice {
  const named = UPTIME_WINDOWS[window];
  if (named !== undefined) return named;
  const first = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().subtract({ days: ago });
  return { first: first.toString(), last: first.add({ days: length }).toString() };
}

function isRight(uptime: Uptime, counted: Record<HealthStatus, bigint>, { from, to }: Stretch): boolean {
  const { ms, leftOutMs, windowMs, coverage, share } = uptime;
  const watched = Number(counted.up + counted.degraded + counted.down);
  const isEnough = to > from && watched / (to - from) >= MIN_COVERAGE;
  return (
    HEALTH_STATUSES.every((status) => BigInt(ms[status]) === counted[status]) &&
    ms.up + ms.degraded + ms.down + leftOutMs === to - from &&
    windowMs === to - from &&
    leftOutMs === Number(counted.unknown + counted.paused + counted.maintenance) &&
    coverage === (to === from ? 0 : watched / (to - from)) &&
    share === (isEnough ? Number(counted.up + counted.degraded) / watched : null)
  );
}

test(
  "10,000 random histories, in any window and time zone, are what an independent count finds, to the millisecond",
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(made, ({ now, zone, first, steps: after, range: days, window }) => {
        histories += 1;
        const changes = historyOf(now, first, after);
        const choice = choiceOf(window, now, zone, days);
        const stretch = typeof choice === "object" ? stretchOfDays(choice, now, zone) : stretchOf(choice, now, zone);
        const expected = windowByTemporal(choice, now, zone);
        const relevant = changes.filter(
          ({ at }, index) => at > stretch.from || changes[index + 1] === undefined || changes[index + 1]!.at > stretch.from,
        );
        const isSameWindow = stretch.from === expected.from && stretch.to === expected.to;
        const isSame =
          isSameWindow && isRight(uptimeOf(relevant, stretch.from, stretch.to), countedPiecewise(changes, expected), expected);
        if (!isSame) mismatches += 1;
        expect({ isSame, choice, zone, now, stretch, expected }).toMatchObject({ isSame: true });
      }),
      { numRuns: HISTORIES, seed: SEED, endOnFailure: true },
    );
  },
);

test("the days of a row are the days of the calendar, and add up to what the count finds", () => {
  fc.assert(
    fc.property(made, ({ now, zone, first, steps: after }) => {
      const changes = historyOf(now, first, after);
      const days = lastDays(now, zone, 90);
      for (const bar of dayBars(changes, days)) {
        const start = Temporal.PlainDate.from(bar.date).toZonedDateTime(zone).epochMilliseconds;
        expect(bar.from).toBe(start);
        expect(isRight(bar.uptime, countedPiecewise(changes, bar), bar), `${zone} ${bar.date}`).toBe(true);
      }
    }),
    { numRuns: 200, seed: SEED },
  );
});
