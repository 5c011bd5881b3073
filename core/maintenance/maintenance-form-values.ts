import { Temporal } from "temporal-polyfill";
import type { MaintenanceDraft } from "./maintenance-draft.ts";
import type { MaintenanceFormValues } from "./maintenance-form.ts";
import { dayOfUntil } from "./maintenance-rule.ts";

const UNUSED = {
  every: "1",
  weekdays: "",
  nth: "1",
  nthDay: "SU",
  monthDay: "1",
  ends: "never",
  untilDay: "",
  count: "10",
  rule: "",
} as const;

/** The form as it opens for a new maintenance at `now` (epoch milliseconds): an hour that begins with the next full one, in the viewer's zone. */
export function newMaintenanceValues(now: number, timeZone: string): MaintenanceFormValues {
  const next = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).add({ hours: 1 }).round({
    smallestUnit: "hour",
    roundingMode: "floor",
  });
  return {
    ...UNUSED,
    name: "",
    date: next.toPlainDate().toString(),
    time: next.toPlainTime().toString({ smallestUnit: "minute" }),
    timeZone,
    hours: "1",
    minutes: "0",
    repeat: "once",
    scope: "all",
    tags: "",
    monitors: "",
  };
}

/** The form of a maintenance that exists. A rule that the form could not have made stands there as it is. */
export function maintenanceValuesOf(draft: MaintenanceDraft): MaintenanceFormValues {
  const { name, startsAt, timeZone, durationMin, rule, isForAll, tags, monitorIds } = draft;
  return {
    ...UNUSED,
    name,
    date: startsAt.slice(0, 10),
    time: startsAt.slice(11, 16),
    timeZone,
    hours: String(Math.floor(durationMin / 60)),
    minutes: String(durationMin % 60),
    repeat: "once",
    ...(rule === null ? {} : ruleValues(rule, timeZone)),
    scope: isForAll ? "all" : tags.length > 0 ? "tags" : "monitors",
    tags: tags.join(", "),
    monitors: monitorIds.join(","),
  };
}

/** What the form says of a rule, if it can. */
export function ruleValues(rule: string, timeZone: string): Partial<MaintenanceFormValues> {
  const made =
    /^FREQ=(?<freq>DAILY|WEEKLY|MONTHLY)(?:;INTERVAL=(?<every>\d+))?(?:;BYDAY=(?<days>[-\dA-Z,]+))?(?:;BYMONTHDAY=(?<monthDay>-1|\d+))?(?:;UNTIL=(?<until>\d{8}T\d{6}Z))?(?:;COUNT=(?<count>\d+))?$/.exec(
      rule,
    )?.groups;
  const own = { repeat: "own", rule };
  if (!made) return own;
  const { freq, every = "1", days, monthDay, until, count } = made;
  const end = {
    ...(until === undefined ? {} : { ends: "until", untilDay: dayOfUntil(until, timeZone) }),
    ...(count === undefined ? {} : { ends: "count", count }),
  };
  if (freq === "DAILY" && !days && !monthDay) return { repeat: "daily", every, ...end };
  if (freq === "WEEKLY" && days && !/\d/.test(days) && !monthDay) return { repeat: "weekly", every, weekdays: days, ...end };
  const nth = /^(1|2|3|4|-1)([A-Z]{2})$/.exec(days ?? "");
  if (freq === "MONTHLY" && nth && !monthDay) return { repeat: "weekday", every, nth: nth[1]!, nthDay: nth[2]!, ...end };
  if (freq === "MONTHLY" && !days && monthDay) return { repeat: "monthday", every, monthDay, ...end };
  return own;
}
