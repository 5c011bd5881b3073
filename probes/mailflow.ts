import type { MailflowTarget } from "#core/monitor.ts";
import type { CheckResult } from "#core/result.ts";
import type { ProbeOptions } from "./probe.ts";

/** Runs a script. */
export function probeMailflow(_target: MailflowTarget, _options: ProbeOptions): Promise<CheckResult> {
  return Promise.reject(new Error("Scripts are not run yet."));
}
