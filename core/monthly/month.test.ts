import { expect, test } from "vitest";
import { monthBefore, nextMonthlyAt } from "./month.ts";

const at = (iso: string) => Date.parse(iso);
const next = (after: string, zone: string) => new Date(nextMonthlyAt(at(after), zone)).toISOString();

test.each([
  ["2026-11-29T11:00:00Z", "UTC", "2026-12-01T07:00:00.000Z"],
  ["2026-12-01T06:59:59.999Z", "UTC", "2026-12-01T07:00:00.000Z"],
  ["2026-12-01T07:00:00Z", "UTC", "2027-01-01T07:00:00.000Z"],
  ["2026-01-31T23:30:00Z", "UTC", "2026-02-01T07:00:00.000Z"],
  ["2024-02-29T12:00:00Z", "UTC", "2024-03-01T07:00:00.000Z"],
])("after %s in %s it is %s", (after, zone, expected) => {
  expect(next(after, zone)).toBe(expected);
});

test("the first is that of the time zone, on either side of the date line", () => {
  expect(next("2026-11-30T16:00:00Z", "Pacific/Kiritimati")).toBe("2026-11-30T17:00:00.000Z"); // 1 December there already
  expect(next("2026-12-01T08:00:00Z", "Pacific/Pago_Pago")).toBe("2026-12-01T18:00:00.000Z"); // still 30 November there
});

test("it is seven on the wall in winter and in summer, and on a first on which the clocks change", () => {
  expect(next("2026-03-15T00:00:00Z", "Europe/Berlin")).toBe("2026-04-01T05:00:00.000Z");
  expect(next("2026-10-15T00:00:00Z", "Europe/Berlin")).toBe("2026-11-01T06:00:00.000Z");
  expect(next("2026-10-15T00:00:00Z", "America/New_York")).toBe("2026-11-01T12:00:00.000Z"); // they go back that very night
});

test("a month begins and ends at the midnights of its zone, and has the hour more or less that it has", () => {
  const HOUR_MS = 3_600_000;
  const march = monthBefore(at("2026-04-01T05:00:00Z"), "Europe/Berlin");
  expect(march.words).toBe("March 2026");
  expect((march.to - march.from) / HOUR_MS).toBe(31 * 24 - 1);
  const october = monthBefore(at("2026-11-01T06:00:00Z"), "Europe/Berlin");
  expect((october.to - october.from) / HOUR_MS).toBe(31 * 24 + 1);
  expect(monthBefore(at("2027-01-01T07:00:00Z"), "UTC")).toMatchObject({ words: "December 2026", to: at("2027-01-01T00:00:00Z") });
});

test("where nobody sent for weeks, the mail is about the month that was over last", () => {
  expect(monthBefore(at("2027-01-20T00:00:00Z"), "UTC").words).toBe("December 2026");
});
