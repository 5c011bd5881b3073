import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scheduleOf } from "#testing/escalation/cast.ts";
import { shiftsBetween } from "./on-call-shifts.ts";
import { onCallAt, onCallScheduleSchema, type OnCallSchedule } from "./on-call.ts";

const [ANN, BEN, CHO] = [1, 2, 3];
const ALWAYS_AND_NIGHTS = [
  "ann ben every 1 weeks from 2026-03-02T09:00",
  "cho every 1 weeks from 2026-03-02T00:00 within 22:00-06:00 on 5 6, 12:00-13:00 on 7",
];

/** Shifts as a reader checks them: whose, and from when, in UTC. */
function words(schedule: OnCallSchedule, from: string, to: string): string[] {
  return shiftsBetween(schedule, Date.parse(from), Date.parse(to)).map(
    (shift) => `${new Date(shift.from).toISOString().slice(8, 16)} ${shift.contactId ?? "nobody"}`,
  );
}

describe("a calendar of shifts", () => {
  test("across the night the clocks go forward in Berlin", () => {
    const schedule = scheduleOf(ALWAYS_AND_NIGHTS, "Europe/Berlin");
    expect(words(schedule, "2026-03-27T12:00Z", "2026-03-30T12:00Z")).toEqual([
      `27T12:00 ${BEN}`,
      `27T21:00 ${CHO}`, // Friday, 22:00
      `28T05:00 ${BEN}`,
      `28T21:00 ${CHO}`,
      `29T04:00 ${BEN}`, // six o'clock comes an hour sooner
      `29T10:00 ${CHO}`, // Sunday, noon
      `29T11:00 ${BEN}`,
      `30T07:00 ${ANN}`,
    ]);
  });

  test("with the gaps in it, before the first turn and after the last", () => {
    const schedule = scheduleOf(["ann ben every 12 hours from 2026-11-10T06:00 until 2026-11-11T00:00"], "UTC");
    expect(words(schedule, "2026-11-10T00:00Z", "2026-11-12T00:00Z")).toEqual([
      "10T00:00 nobody",
      `10T06:00 ${ANN}`,
      `10T18:00 ${BEN}`,
      "11T00:00 nobody",
    ]);
  });

  test("with who takes over", () => {
    const schedule = scheduleOf(["ann every 1 weeks from 2026-11-02T09:00"], "UTC");
    schedule.overrides.push({ contactId: BEN, from: Date.parse("2026-11-10T10:00Z"), to: Date.parse("2026-11-10T12:00Z") });
    schedule.overrides.push({ contactId: CHO, from: Date.parse("2026-11-10T11:00Z"), to: Date.parse("2026-11-10T13:00Z") });
    expect(words(schedule, "2026-11-10T00:00Z", "2026-11-11T00:00Z")).toEqual([
      `10T00:00 ${ANN}`,
      `10T10:00 ${BEN}`,
      `10T11:00 ${CHO}`,
      `10T13:00 ${ANN}`,
    ]);
  });

  test("who has two turns after each other has one shift", () => {
    const schedule = scheduleOf(["ann ann ben every 1 days from 2026-11-09T00:00"], "UTC");
    expect(words(schedule, "2026-11-09T00:00Z", "2026-11-13T00:00Z")).toEqual([
      `09T00:00 ${ANN}`,
      `11T00:00 ${BEN}`,
      `12T00:00 ${ANN}`,
    ]);
  });
});

describe("whatever the schedule", () => {
  const zones = fc.constantFrom(
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "UTC",
    "Pacific/Apia",
  );
  const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30)).map(([hour, minute]) => {
    return [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
  });
  const days = fc.constantFrom("2026-03-01", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31");
  const local = fc.tuple(days, times).map(([day, time]) => `${day}T${time}`);
  const hours = fc.record({ from: times, to: times, days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }) });
  const rotations = fc.record({
    contactIds: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
    startsAt: local,
    endsAt: fc.option(local),
    every: fc.record({ count: fc.integer({ min: 1, max: 30 }), unit: fc.constantFrom("hours", "days", "weeks") }),
    within: fc.array(hours, { maxLength: 2 }),
  });
  const instants = days.chain((day) =>
    fc.integer({ min: -48 * 60, max: 48 * 60 }).map((minutes) => Date.parse(`${day}Z`) + minutes * 60_000),
  );
  const overrides = fc
    .record({ contactId: fc.integer({ min: 6, max: 9 }), from: instants, lengthMin: fc.integer({ min: 1, max: 3_000 }) })
    .map(({ contactId, from, lengthMin }) => ({ contactId, from, to: from + lengthMin * 60_000 }));
  const schedules = fc.record({
    timeZone: zones,
    rotations: fc.array(rotations, { minLength: 1, maxLength: 3 }),
    overrides: fc.array(overrides, { maxLength: 2 }),
  });

  test("the calendar says at every instant who is on call, without a hole, and can be stored", () => {
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 1, max: 72 * 60 }), (schedule, from, minutes) => {
        expect(onCallScheduleSchema.parse(schedule)).toEqual(schedule);
        const to = from + minutes * 60_000;
        const shifts = shiftsBetween(schedule, from, to);
        expect([shifts[0]?.from, shifts.at(-1)?.to]).toEqual([from, to]);
        for (const [index, shift] of shifts.entries()) {
          const next = shifts[index + 1];
          expect(next === undefined || (next.from === shift.to && next.contactId !== shift.contactId)).toBe(true);
          for (const at of [shift.from, Math.floor((shift.from + shift.to) / 2), shift.to - 1])
            expect(onCallAt(schedule, at)).toBe(shift.contactId);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("everybody in a rotation of days has about the same time of a year", () => {
    fc.assert(
      fc.property(zones, times, fc.integer({ min: 1, max: 3 }), (timeZone, time, count) => {
        const rotation = { contactIds: [ANN, BEN, CHO], startsAt: `2026-01-01T${time}`, endsAt: null, within: [] };
        const schedule = { timeZone, rotations: [{ ...rotation, every: { count, unit: "days" as const } }], overrides: [] };
        const shifts = shiftsBetween(schedule, Date.parse("2026-01-05Z"), Date.parse("2026-12-20Z"));
        const total = (contactId: number) =>
          shifts.filter((shift) => shift.contactId === contactId).reduce((sum, { from, to }) => sum + to - from, 0);
        const totals = [ANN, BEN, CHO].map(total);
        expect(Math.max(...totals) - Math.min(...totals)).toBeLessThanOrEqual((count + 1) * 86_400_000);
      }),
      { numRuns: 10 },
    );
  });
});

test.each([
  ["2026-02-30T09:00", "Enter a day and a time."],
  ["2026-11-10T09:00Z", "Enter a day and a time."],
  ["tomorrow", "Enter a day and a time."],
])("%s is no local time", (startsAt, sentence) => {
  const rotation = { contactIds: [ANN], startsAt, endsAt: null, every: { count: 1, unit: "weeks" }, within: [] };
  const parsed = onCallScheduleSchema.safeParse({ timeZone: "UTC", rotations: [rotation], overrides: [] });
  expect(parsed.error?.issues.map(({ message }) => message)).toContain(sentence);
});
