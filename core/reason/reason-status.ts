import type { Status } from "../check/status.ts";
import type { ReasonCode } from "./reason.ts";

const OURS: readonly ReasonCode[] = [
  "dns.timeout",
  "dns.servfail",
  "dns.refused",
  "dns.failed",
  "connect.no-route",
  "connect.port-closed-here",
  "connect.busy",
  "connect.failed",
  "data.unconfirmed",
  "script.held",
  "listing.unanswered",
  "check.missed",
  "check.failed",
];

/** Mail still moves, but not as it should. */
const DEGRADING =
  /\.(slow|malformed|desync|greylisted|expiring|weak-certificate|weak-cipher|injection|vanished|cleartext|late|junk|record|refusing|light)$/;

/**
 * The status of a check that this reason ended. Trouble with our own resolver, network or machine is `unknown`, and so is a message
 * that may have been accepted; everything else is `down`, `connect.blocked` too: the monitor is set up for an address nobody may watch,
 * and somebody has to be told. A reason that is `down` by itself can be less where the monitor makes an exception of it.
 */
export function statusOfReason(code: ReasonCode): Status {
  if (OURS.includes(code)) return "unknown";
  return DEGRADING.test(code) ? "degraded" : "down";
}
