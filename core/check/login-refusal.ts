import type { Reason, ReasonCode } from "../reason/reason.ts";
import type { Reply } from "./reply.ts";
import type { CheckResult } from "./result.ts";

/**
 * With these response codes a server says that nothing is wrong with the login: it cannot check passwords, or somebody else has the mailbox
 * open, or it is too soon (RFC 5530 section 3; RFC 2449 section 8, RFC 3206 section 4). Whatever has none of them may be a wrong password.
 */
export const PASSING_REFUSALS: readonly string[] = [
  "UNAVAILABLE",
  "INUSE",
  "LIMIT",
  "SERVERBUG",
  "SYS/TEMP",
  "SYS/PERM",
  "IN-USE",
  "LOGIN-DELAY",
];

/**
 * Whether a server refused a login for good: a 5yz reply to AUTH or to what follows it (RFC 4954 section 6, such as 535), or a NO, BAD or
 * -ERR that does not say that it will pass. The same again would be refused again, and might lock the account.
 */
export function isLoginRefusal(reason: Reason | null): boolean {
  return (reason?.code === "auth.reply" || reason?.code === "login.reply") && reason.reply !== null && isForGood(reason.reply);
}

function isForGood({ code, enhanced }: Reply): boolean {
  if (typeof code === "number") return code >= 500;
  return code !== "BYE" && !PASSING_REFUSALS.includes(enhanced ?? "");
}

/** Whether a check had its login refused, on whichever way to the server. */
export function hasRefusedLogin({ reason, facts }: Pick<CheckResult, "reason" | "facts">): boolean {
  return isLoginRefusal(reason) || (facts.paths ?? []).some((path) => isLoginRefusal(path.reason));
}

/** Whether a login was not tried because it was refused before. */
export function isStoppedLogin(code: ReasonCode | undefined): code is "auth.stopped" | "login.stopped" {
  return code === "auth.stopped" || code === "login.stopped";
}

/** Whether two reasons are the same trouble: a login that was refused is not tried again, and says so instead. */
export function isSameTrouble(one: ReasonCode, another: ReasonCode): boolean {
  return one === another || REFUSED.some((same) => same.includes(one) && same.includes(another));
}

const REFUSED: readonly (readonly ReasonCode[])[] = [
  ["auth.reply", "auth.stopped"],
  ["login.reply", "login.stopped"],
];
