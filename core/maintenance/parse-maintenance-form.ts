import { parseId } from "../form/parse-id.ts";
import { nameSchema } from "../monitor/monitor.ts";
import { parseTags } from "../monitor/tag.ts";
import { TIME_ZONES } from "../time/time-zone.ts";
import type { MaintenanceDraft } from "./maintenance-draft.ts";
import { ENDS, NTH, REPEATS, SCOPES, WEEKDAYS, type MaintenanceField, type MaintenanceFormValues } from "./maintenance-form.ts";
import { checkRule, MOST_TIMES, untilInUtc, type CheckedRule } from "./maintenance-rule.ts";
import { isEndless, nextEdge } from "./maintenance.ts";
import { instantOf } from "./recurrence.ts";

/** One sentence for each field that is wrong. */
export type MaintenanceFormErrors = Partial<Record<MaintenanceField, string>>;

export type ParsedMaintenanceForm = { ok: true; draft: MaintenanceDraft } | { ok: false; errors: MaintenanceFormErrors };

const MOST_MINUTES = 30 * 24 * 60;
const MOST_MONITORS = 1_000;

/**
 * Reads the maintenance form at `now` (epoch milliseconds). All that is wrong is said at once. A new one has to have something of it still
 * before it.
 */
export function parseMaintenanceForm(values: MaintenanceFormValues, now: number, isNew: boolean): ParsedMaintenanceForm {
  const errors: MaintenanceFormErrors = {};
  const name = nameSchema.safeParse(values.name);
  if (!name.success) errors.name = name.error.issues[0]!.message;
  const { timeZone } = values;
  if (!TIME_ZONES.includes(timeZone)) errors.timeZone = "Choose a time zone from the list.";
  const startsAt = startOf(values, errors);
  const durationMin = durationOf(values, errors);
  const scope = scopeOf(values, errors);
  const rule = errors.timeZone === undefined ? ruleOf(values, timeZone, errors) : null;

  if (Object.keys(errors).length === 0) {
    const plan = { startsAt, timeZone, durationMin, rule, endedAt: null };
    if (rule === null && instantOf(plan) === null) {
      errors.time = `This time does not exist in ${timeZone} on that day: the clocks are set forward over it.`;
    } else if (nextEdge(plan, 0) === null) errors[ruleField(values)] = "This never comes. Choose another day or rule.";
    else if (isNew && nextEdge(plan, now) === null) errors.date = "This is over already. Choose a time to come.";
    else if (isEndless(plan, 0))
      errors.hours = "Each would last until the next one begins, and it would never end. Make it shorter.";
    else return { ok: true, draft: { name: name.data!, startsAt, timeZone, durationMin, rule, ...scope } };
  }
  return { ok: false, errors };
}

function startOf({ date, time }: MaintenanceFormValues, errors: MaintenanceFormErrors): string {
  if (!isDay(date)) errors.date = "Enter the day, such as 2027-01-31.";
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) errors.time = "Enter the time, such as 02:00.";
  return `${date}T${time}`;
}

function durationOf({ hours, minutes }: MaintenanceFormValues, errors: MaintenanceFormErrors): number {
  const [whole, rest] = [numberOf(hours), numberOf(minutes)];
  if (whole === null) errors.hours = "Enter how many hours it lasts, as a whole number.";
  if (rest === null) errors.minutes = "Enter how many minutes it lasts, as a whole number.";
  const total = (whole ?? 0) * 60 + (rest ?? 0);
  if (whole !== null && rest !== null && total < 1) errors.hours = "It lasts at least one minute.";
  if (total > MOST_MINUTES) errors.hours = "It lasts at most 30 days.";
  return total;
}

function ruleOf(values: MaintenanceFormValues, timeZone: string, errors: MaintenanceFormErrors): string | null {
  const { repeat } = values;
  if (!(repeat in REPEATS)) errors.repeat = "Choose how it repeats.";
  if (!(repeat in REPEATS) || repeat === "once") return null;
  if (repeat === "own") return checked(checkRule(values.rule, timeZone), "rule", errors);

  const every = numberOf(values.every === "" ? "1" : values.every);
  if (every === null || every < 1 || every > 999) errors.every = "Enter a number from 1 to 999.";
  const interval = every === 1 ? "" : `;INTERVAL=${every}`;
  const end = endOf(values, timeZone, errors);
  if (repeat === "daily") return `FREQ=DAILY${interval}${end}`;
  if (repeat === "weekly") {
    const days = Object.keys(WEEKDAYS).filter((day) => values.weekdays.split(",").includes(day));
    if (days.length === 0) errors.weekdays = "Choose at least one day.";
    return `FREQ=WEEKLY${interval};BYDAY=${days.join(",")}${end}`;
  }
  if (repeat === "weekday") {
    if (!(values.nth in NTH)) errors.nth = "Choose which one of the month.";
    if (!(values.nthDay in WEEKDAYS)) errors.nthDay = "Choose a day of the week.";
    return `FREQ=MONTHLY${interval};BYDAY=${values.nth}${values.nthDay}${end}`;
  }
  const day = values.monthDay === "-1" ? -1 : numberOf(values.monthDay);
  if (day === null || day === 0 || day > 31) errors.monthDay = "Choose a day of the month.";
  return `FREQ=MONTHLY${interval};BYMONTHDAY=${day}${end}`;
}

function endOf({ ends, untilDay, count }: MaintenanceFormValues, timeZone: string, errors: MaintenanceFormErrors): string {
  if (!(ends in ENDS)) errors.ends = "Choose when it ends.";
  if (ends === "until") {
    const until = isDay(untilDay) ? untilInUtc(untilDay, timeZone) : null;
    if (until === null) errors.untilDay = "Enter the last day, such as 2027-12-31.";
    return `;UNTIL=${until}`;
  }
  if (ends !== "count") return "";
  const times = numberOf(count);
  if (times === null || times < 1 || times > MOST_TIMES) errors.count = `Enter a number from 1 to ${MOST_TIMES}.`;
  return `;COUNT=${times}`;
}

function scopeOf({ scope, tags, monitors }: MaintenanceFormValues, errors: MaintenanceFormErrors) {
  const none = { isForAll: false, tags: [] as string[], monitorIds: [] as number[] };
  if (scope === "all") return { ...none, isForAll: true };
  if (scope === "tags") {
    const parsed = parseTags(tags);
    if (!parsed.ok) errors.tags = parsed.error;
    else if (parsed.tags.length === 0) errors.tags = "Enter at least one tag.";
    else return { ...none, tags: parsed.tags };
    return none;
  }
  if (!(scope in SCOPES)) errors.scope = "Choose which monitors it is for.";
  const ids = monitors.split(",").map(parseId);
  const monitorIds = ids.filter((id) => id !== null);
  if (scope === "monitors" && monitorIds.length === 0) errors.monitors = "Choose at least one monitor.";
  if (monitorIds.length > MOST_MONITORS) errors.monitors = `Choose at most ${MOST_MONITORS} monitors, or give them a tag.`;
  return { ...none, monitorIds };
}

function checked(rule: CheckedRule, field: MaintenanceField, errors: MaintenanceFormErrors): string | null {
  if (rule.ok) return rule.rule;
  errors[field] = rule.error;
  return null;
}

function ruleField({ repeat }: MaintenanceFormValues): MaintenanceField {
  return repeat === "own" ? "rule" : "date";
}

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  if (!/^(?:20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function numberOf(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}
