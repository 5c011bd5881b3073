import { tz } from "@date-fns/tz";
import { addDays, addMonths, parseISO, startOfDay, startOfMonth } from "date-fns";
import { timeWindowMs } from "../time/time-window.ts";

/** The stretches of time uptime is told for besides one of somebody's own. */
export const UPTIME_WINDOWS = ["24h", "7d", "30d", "90d", "this-month", "last-month"] as const;
export type UptimeWindow = (typeof UPTIME_WINDOWS)[number];

/** A stretch of time, [from, to) in epoch milliseconds. */
export type Stretch = { from: number; to: number };

/** Days of the calendar (2026-11-24), the last one included. */
export type DayRange = { first: string; last: string };

/** The days somebody asked for, what stands in the fields, and a sentence where that is nothing to ask for. */
export type AskedDays = { first: string; last: string; range: DayRange | null; error: string | null };

/** A window as it lies at `now`, in a time zone (IANA name): months begin and end at its midnights, whatever the clocks do. */
export function stretchOf(window: UptimeWindow, now: number, timeZone: string): Stretch {
  if (window !== "this-month" && window !== "last-month") return { from: now - timeWindowMs(window), to: now };
  const month = startOfMonth(now, { in: tz(timeZone) });
  if (window === "this-month") return { from: month.getTime(), to: now };
  return { from: startOfMonth(addMonths(month, -1)).getTime(), to: month.getTime() };
}

/** Days of a time zone's calendar as a stretch of time; what is yet to come is left away. */
export function stretchOfDays({ first, last }: DayRange, now: number, timeZone: string): Stretch {
  const zone = tz(timeZone);
  const from = startOfDay(parseISO(first, { in: zone })).getTime();
  const to = startOfDay(addDays(parseISO(last, { in: zone }), 1)).getTime();
  return { from: Math.min(from, now), to: Math.min(to, now) };
}

/** Reads the days an address asks for; both are empty where it asks for none. */
export function askedDays(search: { from?: unknown; to?: unknown }, now: number, timeZone: string): AskedDays {
  const [first, last] = [typed(search.from), typed(search.to)];
  const asked = { first, last, range: null };
  if (first === "" && last === "") return { ...asked, error: null };
  if (!isDay(first) || !isDay(last)) return { ...asked, error: "Enter the first and the last day, such as 2026-01-31." };
  if (first > last) return { ...asked, error: "The first day is after the last one." };
  const { from, to } = stretchOfDays({ first, last }, now, timeZone);
  if (from >= to) return { ...asked, error: "These days are yet to come." };
  return { ...asked, range: { first, last }, error: null };
}

function typed(value: unknown): string {
  return typeof value === "string" ? value.slice(0, 20) : "";
}

function isDay(text: string): boolean {
  if (!/^(?:19[7-9]\d|20\d\d)-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
