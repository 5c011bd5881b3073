import { tz } from "@date-fns/tz";
import { addDays, format, startOfDay } from "date-fns";
import { spansOf, uptimeOfSpans, type StatusChange, type Uptime } from "./uptime.ts";

/** A calendar day in somebody's time zone: [from, to) in epoch milliseconds. Days of 23 and 25 hours are what they are. */
export type Day = { date: string; from: number; to: number };

/** The worst a day saw; `none` where nothing was watched. */
export type DayStatus = "up" | "degraded" | "down" | "none";

/** One bar of the row of days. */
export type DayBar = Day & { worst: DayStatus; uptime: Uptime };

/** The last `count` calendar days of a time zone (IANA name), oldest first; the last one is today and ends at `now`. */
export function lastDays(now: number, timeZone: string, count: number): Day[] {
  const zone = tz(timeZone);
  const today = startOfDay(now, { in: zone });
  const starts = Array.from({ length: count }, (_, index) => startOfDay(addDays(today, index - count + 1)));
  return starts.map((start, index) => ({
    date: format(start, "yyyy-MM-dd"),
    from: start.getTime(),
    to: starts[index + 1]?.getTime() ?? now,
  }));
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

function worstOf({ ms }: Uptime): DayStatus {
  if (ms.down > 0) return "down";
  if (ms.degraded > 0) return "degraded";
  return ms.up > 0 ? "up" : "none";
}
