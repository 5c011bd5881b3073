import { durationWords } from "../text/duration.ts";
import { ruleValues } from "./maintenance-form-values.ts";
import { NTH, WEEKDAYS } from "./maintenance-form.ts";
import type { Occurrence } from "./maintenance.ts";
import type { Recurrence } from "./recurrence.ts";

/** When a maintenance is, in words: "every Sunday at 02:00 for 1 h, Europe/Berlin". */
export function planWords({ startsAt, timeZone, rule, durationMin }: Recurrence & { durationMin: number }): string {
  const [date = "", time = ""] = startsAt.split("T");
  const often = rule === null ? `once, on ${date}` : ruleWords(rule, timeZone);
  return `${often} at ${time} for ${durationWords(durationMin * 60_000)}, ${timeZone}`;
}

/** A rule in words; one the form could not have made stands for itself. */
function ruleWords(rule: string, timeZone: string): string {
  const { repeat, every = "1", weekdays = "", nth, nthDay, monthDay, ends, untilDay, count } = ruleValues(rule, timeZone);
  const end = ends === "until" ? ` until ${untilDay}` : ends === "count" ? ` ${count} times` : "";
  const each = (one: string, many: string) => (every === "1" ? `every ${one}` : `every ${every} ${many}`);
  if (repeat === "daily") return `${each("day", "days")}${end}`;
  if (repeat === "weekly") {
    const days = weekdays.split(",").map((day) => WEEKDAYS[day as keyof typeof WEEKDAYS]);
    return every === "1" ? `every ${listed(days)}${end}` : `every ${every} weeks on ${listed(days)}${end}`;
  }
  const month = every === "1" ? "of each month" : `of every ${every} months`;
  if (repeat === "weekday") {
    return `the ${NTH[nth as unknown as keyof typeof NTH]} ${WEEKDAYS[nthDay as keyof typeof WEEKDAYS]} ${month}${end}`;
  }
  if (repeat === "monthday") return `${monthDay === "-1" ? "the last day" : `day ${monthDay}`} ${month}${end}`;
  return `by the rule ${rule}`;
}

const formats = new Map<string, { day: Intl.DateTimeFormat; time: Intl.DateTimeFormat }>();

/** When an occurrence is, in a time zone: "Sun, 29 Nov 2026, 02:00 to 03:00 CET". */
export function occurrenceText({ from, to }: Occurrence, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    const day = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
    });
    const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
    format = { day, time };
    formats.set(zone, format);
  }
  const { day, time } = format;
  const [first, last] = [day.format(from), day.format(to)];
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "short" }).formatToParts(to);
  const zoneName = name.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  return `${first}, ${time.format(from)} to ${first === last ? "" : `${last}, `}${time.format(to)} ${zoneName}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
