import { Temporal } from "temporal-polyfill";
import { z } from "zod";

export const DAY_MS = 86_400_000;

/** A time of day, such as 08:30. */
export const timeOfDaySchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Enter a time such as 08:30.");

/** A day and a time on the wall, such as 2026-11-24T08:30. */
export const localTimeSchema = z.iso
  .datetime({ local: true, precision: -1, error: "Enter a day and a time." })
  .refine((text) => !text.endsWith("Z"), "Enter a day and a time.");

/**
 * What the clocks on the wall show at an instant (epoch milliseconds) in a time zone (IANA): milliseconds as if it were UTC, so that a day
 * always has 24 hours and times of day are a matter of adding.
 */
export function wallTime(at: number, timeZone: string): number {
  return at + Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
}

/**
 * The instant (epoch milliseconds) at which clocks on the wall show a time (as `wallTime` counts it). One that comes twice is its first; one
 * that clocks leave out comes as much later as they leave out.
 */
export function instantOnWall(wallMs: number, timeZone: string): number {
  const shown = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO("UTC").toPlainDateTime();
  return shown.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** A local time such as 2026-11-24T08:30, as `wallTime` counts it. */
export function readLocalTime(text: string): number {
  return Temporal.PlainDateTime.from(text).toZonedDateTime("UTC").epochMilliseconds;
}

/** A time of day such as 08:30, in milliseconds after midnight. */
export function readTimeOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return (hours * 60 + minutes) * 60_000;
}
