import { statusOfReason } from "../reason/reason-status.ts";
import type { Reason } from "../reason/reason.ts";
import type { CheckResult, Facts } from "./result.ts";

/** What is known before anything was learned. */
export function noFacts(): Facts {
  return { addresses: [], address: null, banner: null, capabilities: [], tls: null, certificate: null };
}

/** The result of a check that met no server, for this reason or because there was none to be met. Times in epoch milliseconds and milliseconds. */
export function bareResult(reason: Reason | null, startedAt: number, durationMs: number): CheckResult {
  return {
    status: reason === null ? "up" : statusOfReason(reason.code),
    reason,
    startedAt,
    durationMs,
    stages: [],
    facts: noFacts(),
    warnings: [],
    transcript: [],
  };
}
