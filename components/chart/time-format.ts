const DAY_MS = 86_400_000;

/** How instants of a window of this length (ms) are written under a chart: hours, weekday and hour, or days, in a time zone. */
export function timeFormat(lengthMs: number, timeZone: string): Intl.DateTimeFormat {
  if (lengthMs <= 2 * DAY_MS) return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  if (lengthMs <= 10 * DAY_MS) {
    return new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit" });
  }
  return new Intl.DateTimeFormat("en-GB", { timeZone, day: "numeric", month: "short" });
}
