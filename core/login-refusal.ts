import type { Reason, ReasonCode } from "./reason.ts";
import type { CheckResult } from "./result.ts";

/**
 * Whether a server refused a login for good: a 5yz reply to AUTH or to what follows it (RFC 4954 section 6, such as 535). The same again
 * would be refused again, and might lock the account. A 4yz is trouble of the moment.
 */
export function isLoginRefusal(reason: Reason | null): boolean {
  return reason?.code === "auth.reply" && reason.reply !== null && reason.reply.code >= 500;
}

/** Whether a check had its login refused, on whichever way to the server. */
export function hasRefusedLogin({ reason, facts }: Pick<CheckResult, "reason" | "facts">): boolean {
  return isLoginRefusal(reason) || (facts.paths ?? []).some((path) => isLoginRefusal(path.reason));
}

/** Whether two reasons are the same trouble: a login that was refused is not tried again, and says so instead. */
export function isSameTrouble(one: ReasonCode, another: ReasonCode): boolean {
  return one === another || (REFUSED.includes(one) && REFUSED.includes(another));
}

const REFUSED: readonly ReasonCode[] = ["auth.reply", "auth.stopped"];
