import { expect, test } from "vitest";
import { isEndless, maintenanceAt, nextEdge, nextMaintenance, occurrencesIn, type MaintenancePlan } from "./maintenance.ts";

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString().replace(":00.000Z", "Z");
const plan = (startsAt: string, rule: string | null, wishes: Partial<MaintenancePlan> = {}): MaintenancePlan => ({
  startsAt,
  rule,
  timeZone: "Europe/Berlin",
  durationMin: 60,
  endedAt: null,
  ...wishes,
});
const listed = (of: MaintenancePlan, from: string, to: string) =>
  occurrencesIn(of, at(from), at(to)).map((each) => `${iso(each.from)} ${iso(each.to)}`);

test("once is once, in the zone it was said in", () => {
  const once = plan("2026-11-24T02:00", null);
  expect(listed(once, "2026-01-01T00:00Z", "2027-01-01T00:00Z")).toEqual(["2026-11-24T01:00Z 2026-11-24T02:00Z"]);
  expect(listed(once, "2026-11-24T01:59Z", "2026-11-24T03:00Z")).toHaveLength(1);
  expect(listed(once, "2026-11-24T02:00Z", "2026-11-24T03:00Z")).toEqual([]);
  expect(listed(once, "2026-11-24T00:00Z", "2026-11-24T01:00Z")).toEqual([]);
});

test("every Sunday at two stays at two by the clock on the wall", () => {
  const weekly = plan("2026-03-22T02:00", "FREQ=WEEKLY;BYDAY=SU");
  expect(listed(weekly, "2026-03-20T00:00Z", "2026-04-10T00:00Z")).toEqual([
    "2026-03-22T01:00Z 2026-03-22T02:00Z",
    "2026-04-05T00:00Z 2026-04-05T01:00Z", // on the 29th there is no two o'clock in Berlin
  ]);
});

test("a time that clocks leave out is skipped and not counted, one that comes twice is its first", () => {
  const daily = plan("2026-03-28T02:30", "FREQ=DAILY;COUNT=3", { durationMin: 10 });
  expect(listed(daily, "2026-03-01T00:00Z", "2026-05-01T00:00Z")).toEqual([
    "2026-03-28T01:30Z 2026-03-28T01:40Z",
    "2026-03-30T00:30Z 2026-03-30T00:40Z",
    "2026-03-31T00:30Z 2026-03-31T00:40Z",
  ]);
  expect(listed(plan("2026-10-25T02:30", null), "2026-10-01T00:00Z", "2026-11-01T00:00Z")).toEqual([
    "2026-10-25T00:30Z 2026-10-25T01:30Z",
  ]);
  expect(listed(plan("2026-03-29T02:30", null), "2026-01-01T00:00Z", "2027-01-01T00:00Z")).toEqual([]);
});

test("where the first of many is left out, the others are when they should be", () => {
  const daily = plan("2026-03-29T02:30", "FREQ=DAILY;COUNT=2");
  expect(listed(daily, "2026-03-01T00:00Z", "2026-05-01T00:00Z")).toEqual([
    "2026-03-30T00:30Z 2026-03-30T01:30Z",
    "2026-03-31T00:30Z 2026-03-31T01:30Z",
  ]);
});

test("zones with changes of half an hour, and southern ones, are right as well", () => {
  const lordHowe = plan("2026-10-03T02:15", "FREQ=DAILY", { timeZone: "Australia/Lord_Howe" });
  expect(listed(lordHowe, "2026-10-02T00:00Z", "2026-10-05T00:00Z")).toEqual([
    "2026-10-02T15:45Z 2026-10-02T16:45Z", // 2:15 does not exist on the 4th: clocks go from 2:00 to 2:30
    "2026-10-04T15:15Z 2026-10-04T16:15Z",
  ]);
  const chile = plan("2026-09-05T00:30", "FREQ=DAILY", { timeZone: "America/Santiago" });
  expect(listed(chile, "2026-09-05T00:00Z", "2026-09-08T00:00Z")).toEqual([
    "2026-09-05T04:30Z 2026-09-05T05:30Z",
    "2026-09-07T03:30Z 2026-09-07T04:30Z",
  ]);
});

test("occurrences that overlap or meet are one, even those that began before what is asked for", () => {
  const daily = plan("2026-11-01T00:00", "FREQ=DAILY;COUNT=3", { durationMin: 26 * 60 });
  expect(listed(daily, "2026-11-03T10:00Z", "2026-11-03T11:00Z")).toEqual(["2026-10-31T23:00Z 2026-11-04T01:00Z"]);
  const meeting = plan("2026-11-01T00:00", "FREQ=DAILY;COUNT=2;BYHOUR=0,1", {});
  expect(listed(meeting, "2026-11-01T00:30Z", "2026-11-01T00:31Z")).toEqual(["2026-10-31T23:00Z 2026-11-01T01:00Z"]);
});

test("several plans are on together until the last of them ends", () => {
  const plans = [
    plan("2026-11-24T02:00", null),
    plan("2026-11-24T02:30", null),
    plan("2026-11-24T03:30", null),
    plan("2026-11-24T06:00", null),
  ];
  expect(maintenanceAt(plans, at("2026-11-24T01:10Z"))).toEqual({ from: at("2026-11-24T01:00Z"), to: at("2026-11-24T03:30Z") });
  expect(maintenanceAt(plans, at("2026-11-24T03:30Z"))).toBeNull();
  expect(nextMaintenance(plans, at("2026-11-24T01:10Z"))?.from).toBe(at("2026-11-24T05:00Z"));
  expect(nextMaintenance(plans, at("2026-11-24T00:00Z"))).toEqual({ from: at("2026-11-24T01:00Z"), to: at("2026-11-24T03:30Z") });
  expect(nextMaintenance(plans, at("2026-11-24T05:00Z"))).toBeNull();
});

test("one that was ended by hand ended then, and the next one comes", () => {
  const ended = plan("2026-11-24T02:00", "FREQ=DAILY", { endedAt: at("2026-11-25T01:20Z") });
  expect(listed(ended, "2026-11-25T00:00Z", "2026-11-26T12:00Z")).toEqual([
    "2026-11-25T01:00Z 2026-11-25T01:20Z",
    "2026-11-26T01:00Z 2026-11-26T02:00Z",
  ]);
});

test("edges come one after the other: beginnings and ends", () => {
  const daily = plan("2026-11-24T02:00", "FREQ=DAILY;COUNT=2");
  const edges: string[] = [];
  for (let edge = nextEdge(daily, 0); edge !== null; edge = nextEdge(daily, edge)) edges.push(iso(edge));
  expect(edges).toEqual(["2026-11-24T01:00Z", "2026-11-24T02:00Z", "2026-11-25T01:00Z", "2026-11-25T02:00Z"]);
});

test("what never ends is told apart from what only overlaps", () => {
  expect(isEndless(plan("2026-11-01T00:00", "FREQ=DAILY", { durationMin: 24 * 60 }), 0)).toBe(true);
  expect(isEndless(plan("2026-11-01T00:00", "FREQ=DAILY;COUNT=5", { durationMin: 24 * 60 }), 0)).toBe(false);
  expect(isEndless(plan("2026-11-01T00:00", "FREQ=WEEKLY", { durationMin: 24 * 60 }), 0)).toBe(false);
});
