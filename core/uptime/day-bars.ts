import { tz } from "@date-fns/tz";
import { addDays, format, startOfDay } from "date-fns";
import type { HealthStatus } from "../check/status.ts";
import { spansOf, uptimeOfSpans, type StatusChange, type Uptime } from "./uptime.ts";

/** A calendar day in somebody's time zone: [from, to) in epoch milliseconds. Days of 23 and 25 hours are what they are. */
export type Day = { date: string; from: number; to: number };

/** The worst a day saw; `none` where nothing was watched. */
export type DayStatus = "up" | "degraded" | "down" | "none";

/** One bar of the row of days. */
export type DayBar = Day & { worst: DayStatus; uptime: Uptime };

/** The last `count` calendar days of a time zone (IANA name), oldest first; the last one is today and ends at `now`. */
export function lastDays(now: number, timeZone: string, count: number): Day[] {
  return wholeDays(now, timeZone, count).map((day) => ({ ...day, to: Math.min(day.to, now) }));
}

/** The days each time zone was last asked for: until its next midnight they stay the same. */
const lastAsked = new Map<string, Day[]>();

/** Up to the end of today. Where the midnights of a zone are takes long to find out. */
function wholeDays(now: number, timeZone: string, count: number): Day[] {
  const known = lastAsked.get(timeZone);
  const last = known?.at(-1);
  if (known?.length === count && last !== undefined && now >= last.from && now < last.to) return known;
  const today = startOfDay(now, { in: tz(timeZone) });
  const starts = Array.from({ length: count + 1 }, (_, index) => startOfDay(addDays(today, index - count + 1)));
  const days = starts.slice(0, count).map((start, index) => ({
    date: format(start, "yyyy-MM-dd"),
    from: start.getTime(),
    to: starts[index + 1]!.getTime(),
  }));
  lastAsked.set(timeZone, days);
  return days;
}

/** A bar for each day. `changes` are those since the first day and the latest one before it, in any order. */
export function dayBars(changes: readonly StatusChange[], days: readonly Day[]): DayBar[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spans = spansOf(changes, first.from, last.to);
  let next = 0;
  return days.map((day) => {
    while (next < spans.length && spans[next]!.to <= day.from) next++;
    const within = [];
    for (let index = next; index < spans.length && spans[index]!.from < day.to; index++) {
      const span = spans[index]!;
      within.push({ status: span.status, from: Math.max(span.from, day.from), to: Math.min(span.to, day.to) });
    }
    const uptime = uptimeOfSpans(within);
    return { ...day, uptime, worst: worstOf(uptime) };
  });
}

/** Days that follow each other and are alike, and how many they are. */
export type DayRun = readonly [worst: DayStatus, days: number];

/** The worst of each day, as `dayBars` has it, days in a row that are alike taken together: a list asks this of every monitor. */
export function dayRuns(changes: readonly StatusChange[], days: readonly Day[]): DayRun[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const spans = spansOf(changes, first.from, last.to);
  const runs: [DayStatus, number][] = [];
  let next = 0;
  for (const day of days) {
    while (next < spans.length && spans[next]!.to <= day.from) next++;
    let worst: DayStatus = "none";
    for (let index = next; index < spans.length && spans[index]!.from < day.to; index++) {
      worst = worseOf(worst, SHOWN_AS[spans[index]!.status]);
    }
    const run = runs.at(-1);
    if (run?.[0] === worst) run[1]++;
    else runs.push([worst, 1]);
  }
  return runs;
}

const BADNESS: Record<DayStatus, number> = { none: 0, up: 1, degraded: 2, down: 3 };
const SHOWN_AS: Record<HealthStatus, DayStatus> = {
  up: "up",
  degraded: "degraded",
  down: "down",
  unknown: "none",
  paused: "none",
  maintenance: "none",
};

function worseOf(a: DayStatus, b: DayStatus): DayStatus {
  return BADNESS[b] > BADNESS[a] ? b : a;
}

/** What is told of a day: its uptime (0 to 1) and how long it was not up. */
export type DayFigures = Pick<DayBar, "date" | "worst"> & {
  uptime: number | null;
  degradedMs: number;
  downMs: number;
  leftOutMs: number;
};

export function dayFigures({ date, worst, uptime: { share, ms, leftOutMs } }: DayBar): DayFigures {
  return { date, worst, uptime: share, degradedMs: ms.degraded, downMs: ms.down, leftOutMs };
}

function worstOf({ ms }: Uptime): DayStatus {
  if (ms.down > 0) return "down";
  if (ms.degraded > 0) return "degraded";
  return ms.up > 0 ? "up" : "none";
}
