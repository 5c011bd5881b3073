// The form runs in the browser: nothing here may bring the schema library with it.
import type { SmtpTarget } from "./monitor.ts";

/** The fields of the monitor form, by the names they have in the page. */
export const MONITOR_FIELDS = [
  "name",
  "host",
  "port",
  "tls",
  "ehloName",
  "interval",
  "customIntervalS",
  "timeLimitS",
  "confirmations",
] as const;
export type MonitorField = (typeof MONITOR_FIELDS)[number];

/** The ticked channels of the form, their ids joined by commas: a value of its own, because a form sends one for each tick. */
export const CHANNELS_FIELD = "channels";

/** What stands in the form, as typed. */
export type MonitorFormValues = Record<MonitorField, string>;

/** The intervals offered by name, in seconds; every other one is typed in under `CUSTOM_INTERVAL`. */
export const PRESET_INTERVALS_S = [10, 30, 60, 300, 900, 3_600, 21_600, 86_400] as const;
export const CUSTOM_INTERVAL = "custom";

/** The confirmations offered: every number a policy may have (core/monitor.ts CONFIRMATIONS). */
export const CONFIRMATION_CHOICES = [0, 1, 2, 3, 4, 5] as const;

/** The port a TLS mode usually lives on: 465 with TLS from the first byte (RFC 8314), 25 between servers. */
export function usualPort(tls: SmtpTarget["tls"]): string {
  return tls === "implicit" ? "465" : "25";
}
