import { DEFAULT_POLICY, type Policy, type SmtpTarget, type Target } from "./monitor.ts";

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

/** The form as it opens for a new monitor: mail in on port 25, with STARTTLS where it is offered. */
export function newMonitorValues(host: string, ehloName: string): MonitorFormValues {
  return formValuesOf("", { kind: "smtp", host, port: 25, tls: "starttls", ehloName }, DEFAULT_POLICY);
}

/** The form as it opens for a monitor that exists. */
export function formValuesOf(name: string, target: Target, policy: Policy): MonitorFormValues {
  const isPreset = PRESET_INTERVALS_S.some((preset) => preset === policy.intervalS);
  return {
    name,
    host: target.host,
    port: String(target.port),
    tls: target.tls,
    ehloName: target.ehloName,
    interval: isPreset ? String(policy.intervalS) : CUSTOM_INTERVAL,
    customIntervalS: isPreset ? "" : String(policy.intervalS),
    timeLimitS: String(policy.timeLimitS),
    confirmations: String(policy.confirmations),
  };
}

/** The port a TLS mode usually lives on: 465 with TLS from the first byte (RFC 8314), 25 between servers. */
export function usualPort(tls: SmtpTarget["tls"]): string {
  return tls === "implicit" ? "465" : "25";
}
