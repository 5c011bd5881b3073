// The form runs in the browser: nothing here may bring the library of rules with it.
import { typedValues } from "../form/form-state.ts";

/** How a maintenance repeats, as the form offers it. */
export const REPEATS = {
  once: "once",
  daily: "every day",
  weekly: "on days of the week",
  weekday: "monthly on a weekday",
  monthday: "monthly on a day",
  own: "by a rule of your own",
} as const;

/** The days of the week as RFC 5545 writes them and as people do, Monday first. */
export const WEEKDAYS = {
  MO: "Monday",
  TU: "Tuesday",
  WE: "Wednesday",
  TH: "Thursday",
  FR: "Friday",
  SA: "Saturday",
  SU: "Sunday",
} as const;

/** Which of a month's weekdays. */
export const NTH = { 1: "first", 2: "second", 3: "third", 4: "fourth", "-1": "last" } as const;

export const ENDS = { never: "never", until: "after a day", count: "after some times" } as const;
export const SCOPES = { all: "All monitors", tags: "Monitors with one of these tags", monitors: "These monitors" } as const;

/** The fields of the form that hold one text each. */
const MAINTENANCE_FIELDS = [
  "name",
  "date",
  "time",
  "timeZone",
  "hours",
  "minutes",
  "repeat",
  "every",
  "nth",
  "nthDay",
  "monthDay",
  "ends",
  "untilDay",
  "count",
  "rule",
  "scope",
  "tags",
] as const;
export type MaintenanceField = (typeof MAINTENANCE_FIELDS)[number] | "weekdays" | "monitors";

/** What stands in the form, as typed. What is ticked of several is joined by commas. */
export type MaintenanceFormValues = Record<MaintenanceField, string>;

/** What was typed into the form. A field that was not sent is empty. */
export function maintenanceFormValues(form: FormData): MaintenanceFormValues {
  const ticked = (name: string) =>
    form
      .getAll(name)
      .filter((each) => typeof each === "string")
      .join(",");
  const typed: Partial<Record<string, string>> = typedValues(form);
  const texts = Object.fromEntries(MAINTENANCE_FIELDS.map((field) => [field, typed[field] ?? ""]));
  return { ...texts, weekdays: ticked("weekday"), monitors: ticked("monitor") } as MaintenanceFormValues;
}
