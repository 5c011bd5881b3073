import type { ReasonCode } from "./reason.ts";
import type { Status } from "./status.ts";

const OURS: readonly ReasonCode[] = [
  "dns.timeout",
  "dns.servfail",
  "dns.refused",
  "dns.failed",
  "connect.no-route",
  "connect.failed",
  "check.missed",
  "check.failed",
];

/**
 * The status of a check that this reason ended. Trouble with our own resolver, network or machine is `unknown`, everything else
 * `down`; `connect.blocked` too: the monitor is set up for an address nobody may watch, and somebody has to be told.
 */
export function statusOfReason(code: ReasonCode): Status {
  return OURS.includes(code) ? "unknown" : "down";
}
