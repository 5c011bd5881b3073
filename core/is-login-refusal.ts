import type { Reason } from "./reason.ts";

/**
 * Whether a server refused a login for good (a 5yz reply to AUTH, RFC 4954 section 6), after which it is not tried again, so that no
 * account is locked. Nothing else is a refusal: a 4yz reply and a lost connection say nothing about the password. Of a check that took
 * several ways, each way has a reason of its own (`facts.paths`).
 */
export function isLoginRefusal(reason: Reason | null): boolean {
  return reason?.code === "auth.reply" && reason.reply !== null && reason.reply.code >= 500;
}
