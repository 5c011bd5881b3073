import { Temporal } from "temporal-polyfill";

/** The rule somebody wants, ready to be stored, or a sentence about what is wrong with it. */
export type CheckedRule = { ok: true; rule: string } | { ok: false; error: string };

/** The most times a rule may come where it says how often. */
export const MOST_TIMES = 500;

const DAY = "(?:MO|TU|WE|TH|FR|SA|SU)";
const PARTS: Record<string, { shape: RegExp; sentence: string }> = {
  FREQ: { shape: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/, sentence: "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY." },
  INTERVAL: { shape: /^(?:[1-9]\d{0,2})$/, sentence: "INTERVAL is a number from 1 to 999." },
  COUNT: { shape: /^(?:[1-4]?\d{1,2}|500)$/, sentence: `COUNT is a number from 1 to ${MOST_TIMES}.` },
  UNTIL: {
    shape: /^\d{8}(?:T\d{6}Z?)?$/,
    sentence: "UNTIL is a day, such as 20271231, or a time in UTC, such as 20271231T230000Z.",
  },
  BYDAY: {
    shape: new RegExp(`^(?:[+-]?[1-5]?\\d?${DAY})(?:,[+-]?[1-5]?\\d?${DAY})*$`),
    sentence:
      "BYDAY lists days out of MO, TU, WE, TH, FR, SA and SU, with a number before them where one of a month is meant: 2TU, -1SU.",
  },
  BYMONTHDAY: {
    shape: listOf("-?(?:[1-9]|[12]\\d|3[01])"),
    sentence: "BYMONTHDAY lists days from 1 to 31, or from -1 (the last) to -31.",
  },
  BYMONTH: { shape: listOf("(?:[1-9]|1[0-2])"), sentence: "BYMONTH lists months from 1 to 12." },
  BYYEARDAY: { shape: listOf("-?[1-9]\\d{0,2}"), sentence: "BYYEARDAY lists days from 1 to 366, or from -1 to -366." },
  BYWEEKNO: { shape: listOf("-?[1-9]\\d?"), sentence: "BYWEEKNO lists weeks from 1 to 53, or from -1 to -53." },
  BYSETPOS: { shape: listOf("-?[1-9]\\d{0,2}"), sentence: "BYSETPOS lists positions, such as 1 or -1." },
  BYHOUR: { shape: listOf("(?:1?\\d|2[0-3])"), sentence: "BYHOUR lists hours from 0 to 23." },
  BYMINUTE: { shape: listOf("[1-5]?\\d"), sentence: "BYMINUTE lists minutes from 0 to 59." },
  WKST: { shape: new RegExp(`^${DAY}$`), sentence: "WKST is one of MO, TU, WE, TH, FR, SA and SU." },
};

/**
 * Checks a rule somebody typed (RFC 5545 section 3.3.10) for maintenance in a time zone. `RRULE:` before it is taken off; an UNTIL that
 * is a day or a local time becomes the instant in UTC that the RFC wants, a day being whole.
 */
export function checkRule(text: string, timeZone: string): CheckedRule {
  const rule = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "")
    .replace(/;$/, "");
  if (rule === "") return wrong("Enter a rule, such as FREQ=WEEKLY;BYDAY=SU.");
  if (rule.length > 300) return wrong("A rule has at most 300 characters.");
  const parts = new Map<string, string>();
  for (const part of rule.split(";")) {
    const [name = "", value] = part.split("=", 2);
    const known = PARTS[name];
    if (value === undefined)
      return wrong(`“${part}” is no part of a rule: parts look like FREQ=WEEKLY and are separated by semicolons.`);
    if (!known) return wrong(`A rule has no ${name}. It has ${Object.keys(PARTS).join(", ")}.`);
    if (parts.has(name)) return wrong(`${name} is there twice.`);
    if (!known.shape.test(value)) return wrong(known.sentence);
    parts.set(name, value);
  }
  const freq = parts.get("FREQ");
  if (freq === undefined) return wrong("A rule says how often with FREQ, such as FREQ=WEEKLY.");
  if (parts.has("COUNT") && parts.has("UNTIL")) return wrong("A rule ends after a COUNT or at an UNTIL, not both.");
  if (parts.get("COUNT") === "0") return wrong(PARTS.COUNT!.sentence);
  if ((freq === "DAILY" || freq === "WEEKLY") && /\d/.test(parts.get("BYDAY") ?? "")) {
    return wrong("A day with a number, such as 2TU, needs FREQ=MONTHLY or FREQ=YEARLY.");
  }
  const until = parts.get("UNTIL");
  if (until !== undefined) {
    const inUtc = untilInUtc(until, timeZone);
    if (inUtc === null) return wrong("There is no such day as UNTIL says.");
    parts.set("UNTIL", inUtc);
  }
  return { ok: true, rule: [...parts].map(([name, value]) => `${name}=${value}`).join(";") };
}

/** The end of a local day (2027-12-31), or what an UNTIL says, as an UNTIL in UTC; null where there is no such day. */
export function untilInUtc(until: string, timeZone: string): string | null {
  if (until.endsWith("Z")) return until;
  const [date = "", time = "235959"] = until.replaceAll("-", "").split("T");
  try {
    const local = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`;
    const instant = Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
    return instant.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The local day (2027-12-31) that an UNTIL in UTC lies in. */
export function dayOfUntil(until: string, timeZone: string): string {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(until)!;
  const instant = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

function listOf(item: string): RegExp {
  return new RegExp(`^${item}(?:,${item})*$`);
}

function wrong(error: string): CheckedRule {
  return { ok: false, error };
}
