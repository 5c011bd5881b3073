import fc from "fast-check";
import { expect, test } from "vitest";
import { HEALTH_STATUSES } from "../check/status.ts";
import { dayBars, dayRuns, lastDays } from "./day-bars.ts";
import { uptimeOf, type StatusChange } from "./uptime.ts";

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);

test("today is the last day, in the zone of the person who looks", () => {
  const now = at("2026-03-10T23:30:00Z");
  expect(lastDays(now, "UTC", 2).map((day) => day.date)).toEqual(["2026-03-09", "2026-03-10"]);
  expect(lastDays(now, "Europe/Berlin", 2).map((day) => day.date)).toEqual(["2026-03-10", "2026-03-11"]);
  expect(lastDays(now, "America/Los_Angeles", 1)).toEqual([{ date: "2026-03-10", from: at("2026-03-10T07:00:00Z"), to: now }]);
});

test("the days on which clocks change have 23 and 25 hours", () => {
  const spring = lastDays(at("2026-03-30T12:00:00Z"), "Europe/Berlin", 3).find((day) => day.date === "2026-03-29")!;
  const autumn = lastDays(at("2026-10-26T12:00:00Z"), "Europe/Berlin", 3).find((day) => day.date === "2026-10-25")!;
  expect(spring.to - spring.from).toBe(23 * HOUR_MS);
  expect(autumn.to - autumn.from).toBe(25 * HOUR_MS);
});

test("ninety days follow each other without a gap, across both changes of the clocks", () => {
  for (const timeZone of ["UTC", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/Santiago"]) {
    for (const now of ["2026-04-20T03:00:00Z", "2026-11-20T03:00:00Z"]) {
      const days = lastDays(at(now), timeZone, 90);
      expect(days).toHaveLength(90);
      expect(new Set(days.map((day) => day.date)).size).toBe(90);
      days.slice(1).forEach((day, index) => expect(day.from).toBe(days[index]!.to));
    }
  }
});

test("a day shows the worst it saw, and nothing where nothing was watched", () => {
  const now = at("2026-05-05T12:00:00Z");
  const changes: StatusChange[] = [
    { at: at("2026-05-02T00:00:00Z"), from: "unknown", to: "up" },
    { at: at("2026-05-03T23:59:59.999Z"), from: "up", to: "down" },
    { at: at("2026-05-04T00:00:00Z"), from: "down", to: "degraded" },
    { at: at("2026-05-05T00:00:00Z"), from: "degraded", to: "up" },
  ];
  const bars = dayBars(changes, lastDays(now, "UTC", 5));
  expect(bars.map((bar) => bar.worst)).toEqual(["none", "up", "down", "degraded", "up"]);
  expect(bars[2]!.uptime.ms.down).toBe(1);
});

test("the bars add up to the uptime of the whole stretch", () => {
  const days = lastDays(at("2026-11-20T03:00:00Z"), "Europe/Berlin", 30);
  const [from, to] = [days[0]!.from, days.at(-1)!.to];
  const step = fc.tuple(fc.integer({ min: from - 1_000_000, max: to }), fc.constantFrom(...HEALTH_STATUSES));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const changes = steps.map(([when, status]): StatusChange => ({ at: when, from: "unknown", to: status }));
      const bars = dayBars(changes, days);
      const whole = uptimeOf(changes, from, to);
      for (const status of HEALTH_STATUSES)
        expect(bars.reduce((sum, bar) => sum + bar.uptime.ms[status], 0)).toBe(whole.ms[status]);
    }),
    { numRuns: 100 },
  );
});

test("a list shows the same of each day", () => {
  const days = lastDays(at("2026-11-20T03:00:00Z"), "Europe/Berlin", 30);
  const [from, to] = [days[0]!.from, days.at(-1)!.to];
  const edge = fc.constantFrom(...days.map((day) => day.from));
  const step = fc.tuple(fc.oneof(edge, fc.integer({ min: from - 1_000_000, max: to })), fc.constantFrom(...HEALTH_STATUSES));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const changes = steps.map(([when, status]): StatusChange => ({ at: when, from: "unknown", to: status }));
      const shown = dayRuns(changes, days).flatMap(([worst, count]) => Array.from({ length: count }, () => worst));
      expect(shown).toEqual(dayBars(changes, days).map(({ worst }) => worst));
    }),
  );
});

test("midnight begins a new day, and going back in time the old one again", () => {
  const midnight = at("2026-11-20T23:00:00Z"); // in Berlin
  for (const [now, date] of [
    [midnight - 1, "2026-11-20"],
    [midnight, "2026-11-21"],
    [midnight - 1, "2026-11-20"],
  ] as const) {
    const [last] = lastDays(now, "Europe/Berlin", 3).slice(-1);
    expect(last).toMatchObject({ date, to: now });
  }
});
