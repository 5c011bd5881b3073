import { z } from "zod";
import { joined, type Occurrence } from "../maintenance/maintenance.ts";
import { DAY_MS, instantOnWall, readTimeOfDay, timeOfDaySchema, wallTime } from "./local-time.ts";

export const localHoursSchema = z.object({
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  days: z.array(z.int().min(1).max(7)).max(7).optional(),
});

/**
 * Hours of the day, on the wall: from 18:00 to 08:00. They end the next day where `to` is not later than `from`, so the same time twice is a whole
 * day. `days` are those they begin on, 1 for Monday to 7 for Sunday; all of them where it is not there.
 */
export type LocalHours = z.infer<typeof localHoursSchema>;

/** The stretches of such hours that touch [from, to) (epoch milliseconds), whole and in order. Those that overlap or meet are one. */
export function hoursIn(hours: readonly LocalHours[], timeZone: string, from: number, to: number): Occurrence[] {
  const stretches = hours.flatMap((each) => stretchesOf(each, timeZone, from, to));
  return joined(stretches).filter((each) => each.from < to && each.to > from);
}

/** A day more on either side, and one more after that: hours that begin on the day before reach into this one, and those that meet are whole. */
function stretchesOf(hours: LocalHours, timeZone: string, from: number, to: number): Occurrence[] {
  const [begin, end] = [readTimeOfDay(hours.from), readTimeOfDay(hours.to)];
  const lengthMs = end > begin ? end - begin : end + DAY_MS - begin;
  const stretches: Occurrence[] = [];
  const lastDay = dayOf(wallTime(to, timeZone)) + 1;
  for (let day = dayOf(wallTime(from, timeZone)) - 2; day <= lastDay; day++) {
    if (hours.days && !hours.days.includes(weekday(day))) continue;
    const start = day * DAY_MS + begin;
    const stretch = { from: instantOnWall(start, timeZone), to: instantOnWall(start + lengthMs, timeZone) };
    if (stretch.to > stretch.from) stretches.push(stretch); // clocks can leave a short one out
  }
  return stretches;
}

function dayOf(wallMs: number): number {
  return Math.floor(wallMs / DAY_MS);
}

/** 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
