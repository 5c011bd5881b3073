import { expect, test } from "vitest";
import { maintenanceValuesOf, newMaintenanceValues } from "./maintenance-form-values.ts";
import type { MaintenanceFormValues } from "./maintenance-form.ts";
import { occurrenceText, planWords } from "./maintenance-words.ts";
import { parseMaintenanceForm } from "./parse-maintenance-form.ts";

const NOW = Date.parse("2026-11-24T01:20:00Z");
const good: MaintenanceFormValues = { ...newMaintenanceValues(NOW, "Europe/Berlin"), name: "Updates" };
const parse = (changed: Partial<MaintenanceFormValues>, isNew = true) => parseMaintenanceForm({ ...good, ...changed }, NOW, isNew);
const errorsOf = (changed: Partial<MaintenanceFormValues>) => {
  const parsed = parse(changed);
  return parsed.ok ? {} : parsed.errors;
};
const ruleOf = (changed: Partial<MaintenanceFormValues>) => {
  const parsed = parse(changed);
  return parsed.ok ? parsed.draft.rule : parsed.errors;
};

test("with only a name filled in it is an hour from the next full one, for all monitors", () => {
  expect(parse({})).toEqual({
    ok: true,
    draft: {
      name: "Updates",
      startsAt: "2026-11-24T03:00",
      timeZone: "Europe/Berlin",
      durationMin: 60,
      rule: null,
      isForAll: true,
      tags: [],
      monitorIds: [],
    },
  });
});

test.each<[Partial<MaintenanceFormValues>, string, string]>([
  [{ repeat: "daily" }, "FREQ=DAILY", "every day"],
  [{ repeat: "daily", every: "3", ends: "count", count: "4" }, "FREQ=DAILY;INTERVAL=3;COUNT=4", "every 3 days 4 times"],
  [{ repeat: "weekly", weekdays: "SU,MO" }, "FREQ=WEEKLY;BYDAY=MO,SU", "every Monday and Sunday"],
  [{ repeat: "weekly", weekdays: "SU", every: "2" }, "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU", "every 2 weeks on Sunday"],
  [{ repeat: "weekday", nth: "2", nthDay: "TU" }, "FREQ=MONTHLY;BYDAY=2TU", "the second Tuesday of each month"],
  [
    { repeat: "weekday", nth: "-1", nthDay: "FR", every: "3" },
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
    "the last Friday of every 3 months",
  ],
  [{ repeat: "monthday", monthDay: "15" }, "FREQ=MONTHLY;BYMONTHDAY=15", "day 15 of each month"],
  [{ repeat: "monthday", monthDay: "-1" }, "FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of each month"],
  [{ repeat: "daily", ends: "until", untilDay: "2027-07-31" }, "FREQ=DAILY;UNTIL=20270731T215959Z", "every day until 2027-07-31"],
  [{ repeat: "own", rule: "rrule:freq=yearly;bymonth=3" }, "FREQ=YEARLY;BYMONTH=3", "by the rule FREQ=YEARLY;BYMONTH=3"],
])("%j is %s, reads back as it was typed, and says so in words", (changed, rule, words) => {
  const parsed = parse(changed);
  expect(parsed).toMatchObject({ ok: true, draft: { rule } });
  if (!parsed.ok) return;
  expect(parseMaintenanceForm(maintenanceValuesOf(parsed.draft), NOW, true)).toEqual(parsed);
  expect(planWords(parsed.draft)).toBe(`${words} at 03:00 for 1 h, Europe/Berlin`);
});

test.each<[Partial<MaintenanceFormValues>, string, string]>([
  [{ name: " " }, "name", "Enter a name."],
  [{ name: "n".repeat(10_000) }, "name", "A name has at most 100 characters."],
  [{ date: "2027-02-30" }, "date", "Enter the day, such as 2027-01-31."],
  [{ date: "" }, "date", "Enter the day, such as 2027-01-31."],
  [{ time: "25:00" }, "time", "Enter the time, such as 02:00."],
  [{ date: "2020-01-01" }, "date", "This is over already. Choose a time to come."],
  [
    { date: "2027-03-28", time: "02:30" },
    "time",
    "This time does not exist in Europe/Berlin on that day: the clocks are set forward over it.",
  ],
  [{ timeZone: "Middle/Earth" }, "timeZone", "Choose a time zone from the list."],
  [{ hours: "0", minutes: "0" }, "hours", "It lasts at least one minute."],
  [{ hours: "721" }, "hours", "It lasts at most 30 days."],
  [{ hours: "one" }, "hours", "Enter how many hours it lasts, as a whole number."],
  [{ minutes: "-5" }, "minutes", "Enter how many minutes it lasts, as a whole number."],
  [{ repeat: "hourly" }, "repeat", "Choose how it repeats."],
  [{ repeat: "daily", every: "0" }, "every", "Enter a number from 1 to 999."],
  [{ repeat: "weekly", weekdays: "" }, "weekdays", "Choose at least one day."],
  [{ repeat: "weekday", nth: "9" }, "nth", "Choose which one of the month."],
  [{ repeat: "monthday", monthDay: "32" }, "monthDay", "Choose a day of the month."],
  [{ repeat: "daily", ends: "until", untilDay: "soon" }, "untilDay", "Enter the last day, such as 2027-12-31."],
  [{ repeat: "daily", ends: "count", count: "501" }, "count", "Enter a number from 1 to 500."],
  [
    { repeat: "daily", hours: "48" },
    "hours",
    "Each would last until the next one begins, and it would never end. Make it shorter.",
  ],
  [{ scope: "some" }, "scope", "Choose which monitors it is for."],
  [{ scope: "tags", tags: " , " }, "tags", "Enter at least one tag."],
  [
    { scope: "tags", tags: "<b>" },
    "tags",
    "A tag begins and ends with a letter or digit; between may be spaces and any of . _ : / + -",
  ],
  [{ scope: "monitors", monitors: "" }, "monitors", "Choose at least one monitor."],
  [{ repeat: "own", rule: "" }, "rule", "Enter a rule, such as FREQ=WEEKLY;BYDAY=SU."],
  [
    { repeat: "own", rule: "every sunday" },
    "rule",
    "“EVERY SUNDAY” is no part of a rule: parts look like FREQ=WEEKLY and are separated by semicolons.",
  ],
  [{ repeat: "own", rule: "FREQ=HOURLY" }, "rule", "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY."],
  [{ repeat: "own", rule: "BYDAY=SU" }, "rule", "A rule says how often with FREQ, such as FREQ=WEEKLY."],
  [{ repeat: "own", rule: "FREQ=DAILY;FREQ=DAILY" }, "rule", "FREQ is there twice."],
  [{ repeat: "own", rule: "FREQ=DAILY;COUNT=2;UNTIL=20270101" }, "rule", "A rule ends after a COUNT or at an UNTIL, not both."],
  [{ repeat: "own", rule: "FREQ=DAILY;UNTIL=20270231" }, "rule", "There is no such day as UNTIL says."],
  [
    { repeat: "own", rule: "FREQ=WEEKLY;BYDAY=2TU" },
    "rule",
    "A day with a number, such as 2TU, needs FREQ=MONTHLY or FREQ=YEARLY.",
  ],
  [{ repeat: "own", rule: "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30" }, "rule", "This never comes. Choose another day or rule."],
  [{ repeat: "own", rule: "FREQ=DAILY;INTERVAL=0" }, "rule", "INTERVAL is a number from 1 to 999."],
  [{ repeat: "own", rule: "x".repeat(10_000) }, "rule", "A rule has at most 300 characters."],
])("%j gets its sentence", (changed, field, sentence) => {
  expect(errorsOf(changed)).toEqual({ [field]: sentence });
});

test("a rule has no part of which nobody knows", () => {
  expect(errorsOf({ repeat: "own", rule: "FREQ=DAILY;BYSECOND=1" }).rule).toMatch(/^A rule has no BYSECOND\. It has FREQ, /);
});

test("an UNTIL of a day takes the whole day in, in the zone it is said in", () => {
  expect(ruleOf({ repeat: "own", rule: "FREQ=DAILY;UNTIL=20261231" })).toBe("FREQ=DAILY;UNTIL=20261231T225959Z");
  expect(ruleOf({ repeat: "own", rule: "FREQ=DAILY;UNTIL=20261231T120000Z" })).toBe("FREQ=DAILY;UNTIL=20261231T120000Z");
});

test("one that is over can still be changed, such as its name", () => {
  expect(parse({ date: "2020-01-01" }, false)).toMatchObject({ ok: true });
});

test("an occurrence is said in the zone of whoever looks", () => {
  const occurrence = { from: Date.parse("2026-11-29T01:00Z"), to: Date.parse("2026-11-29T02:00Z") };
  expect(occurrenceText(occurrence, "Europe/Berlin")).toBe("Sun, 29 Nov 2026, 02:00 to 03:00 CET");
  expect(occurrenceText({ ...occurrence, to: Date.parse("2026-11-30T01:00Z") }, "UTC")).toBe(
    "Sun, 29 Nov 2026, 01:00 to Mon, 30 Nov 2026, 01:00 UTC",
  );
});
