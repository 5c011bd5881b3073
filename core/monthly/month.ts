import { tz } from "@date-fns/tz";
import { addMonths, setHours, startOfMonth } from "date-fns";
import { stretchOf, type Stretch } from "../uptime/uptime-window.ts";

/** Before people begin to work, and after every check of the month has come in. */
const HOUR = 7;

/** When the mail about a month is sent next after an instant: on the first of a month in a time zone (IANA name), in the morning; epoch milliseconds. */
export function nextMonthlyAt(after: number, timeZone: string): number {
  const month = startOfMonth(after, { in: tz(timeZone) });
  const [here, next] = [month, startOfMonth(addMonths(month, 1))].map((first) => setHours(first, HOUR).getTime());
  return here! > after ? here! : next!;
}

/** The month a mail is about that is sent at an instant, the one that was over last: as a stretch of time, and in words. */
export function monthBefore(at: number, timeZone: string): Stretch & { words: string } {
  const stretch = stretchOf("last-month", at, timeZone);
  const words = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone }).format(stretch.from);
  return { ...stretch, words };
}
