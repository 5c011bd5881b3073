import { z } from "zod";
import type { Occurrence } from "../maintenance/maintenance.ts";
import { hoursIn } from "../time/local-hours.ts";
import { DAY_MS, readTimeOfDay, timeOfDaySchema } from "../time/local-time.ts";
import { timeZoneSchema } from "../time/time-zone.ts";

/** Longer than this they would hold back more than they let through. */
const LONGEST_MS = 16 * 3_600_000;

export const quietHoursSchema = z
  .object({ from: timeOfDaySchema, to: timeOfDaySchema, timeZone: timeZoneSchema })
  .refine(({ from, to }) => from !== to, { message: "Quiet hours begin and end at different times.", path: ["to"] })
  .refine(({ from, to }) => (readTimeOfDay(to) - readTimeOfDay(from) + DAY_MS) % DAY_MS <= LONGEST_MS, {
    message: "Quiet hours are at most 16 hours long.",
    path: ["to"],
  });

/** The hours of each day, on the wall, in which warnings wait: from 22:00 to 07:00 in Europe/Berlin. */
export type QuietHours = z.infer<typeof quietHoursSchema>;

/**
 * When so many milliseconds have gone by since an instant (epoch milliseconds) that were not quiet, and it is not quiet either: what waits in
 * quiet hours keeps its distances, and does not come all at once when they end.
 */
export function awakeAfter(quiet: QuietHours | null, since: number, ms: number): number {
  if (quiet === null) return since + ms;
  let [at, left] = [since, ms];
  for (;;) {
    const { from, to } = nextQuiet(quiet, at);
    if (at + left < from) return at + left;
    left -= Math.max(0, from - at);
    at = to;
  }
}

/** The quiet hours an instant lies in, or the next ones. */
function nextQuiet(quiet: QuietHours, at: number): Occurrence {
  return hoursIn([quiet], quiet.timeZone, at, at + 2 * DAY_MS)[0]!;
}
