import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";

/** When something begins: at a local time such as 2026-11-24T02:00 in a time zone (IANA), and again by a rule (RFC 5545 RRULE without its name), if there is one. */
export type Recurrence = { startsAt: string; timeZone: string; rule: string | null };

/** The instants (epoch milliseconds) in [from, to) at which it begins, in order. */
export function startsBetween(recurrence: Recurrence, from: number, to: number): number[] {
  if (to <= from) return [];
  if (recurrence.rule === null) {
    const start = instantOf(recurrence);
    return start !== null && start >= from && start < to ? [start] : [];
  }
  const found = ask(recurrence, (rule) => rule.between(new Date(from), new Date(to), true)) ?? [];
  return found.map(({ epochMilliseconds }) => epochMilliseconds).filter((start) => start >= from && start < to);
}

/** The first instant after `after` (epoch milliseconds) at which it begins; null where it does not any more. */
export function firstStart(recurrence: Recurrence, after: number): number | null {
  if (recurrence.rule === null) {
    const start = instantOf(recurrence);
    return start !== null && start > after ? start : null;
  }
  return ask(recurrence, (rule) => rule.next(new Date(after), false))?.epochMilliseconds ?? null;
}

/**
 * The instant of the local time it starts with, in epoch milliseconds. One that comes twice is the first of the two, one that clocks
 * leave out is none (RFC 5545 section 3.3.10): null.
 */
export function instantOf({ startsAt, timeZone }: Pick<Recurrence, "startsAt" | "timeZone">): number | null {
  const local = Temporal.PlainDateTime.from(startsAt);
  const zoned = local.toZonedDateTime(timeZone, { disambiguation: "compatible" });
  return zoned.toPlainDateTime().equals(local) ? zoned.epochMilliseconds : null;
}

/** A rule that never comes again makes the library give up after many periods: there is nothing to be had from it. */
function ask<T>({ startsAt, timeZone, rule }: Recurrence, question: (rule: RRuleTemporal) => T): T | null {
  const local = Temporal.PlainDateTime.from(startsAt);
  const dtstart = local.toZonedDateTime(timeZone);
  // Where clocks leave the very first time out, the library would go on with the hour it was moved to.
  const isMoved = !dtstart.toPlainDateTime().equals(local);
  const hour = isMoved && !/BYHOUR/.test(rule!) ? `;BYHOUR=${local.hour}` : "";
  const minute = isMoved && !/BYMINUTE/.test(rule!) ? `;BYMINUTE=${local.minute}` : "";
  try {
    return question(new RRuleTemporal({ rruleString: `${rule}${hour}${minute}`, dtstart, temporal: Temporal, cache: false }));
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}
