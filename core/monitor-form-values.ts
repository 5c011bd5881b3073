import { CUSTOM_INTERVAL, PRESET_INTERVALS_S, type MonitorFormValues } from "./monitor-form.ts";
import { DEFAULT_POLICY, type Policy, type Target } from "./monitor.ts";

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
