import type { Reason } from "#core/reason/reason.ts";
import type { Session } from "#network/session.ts";
import { offeredAtLast, wordsOf, wrongInClear, wrongOffer } from "../offered.ts";
import type { SmtpDialogue } from "./dialogue.ts";

/** Holds what the EHLO before TLS offered against what must not be offered in the clear. */
export function capabilitiesInClear({ session, target, facts }: SmtpDialogue): Reason | null {
  const detail = wrongInClear(target.expect, facts.capabilities);
  return detail === null ? null : told(session, { code: "ehlo.capability-forbidden", stage: "ehlo", reply: null, detail });
}

/** Holds what the last EHLO offered against what the monitor's owner expects: keywords there must be, must not be, and SIZE (RFC 1870). */
export function capabilities({ session, target, facts, offeredInClear }: SmtpDialogue): Reason | null {
  if (target.expect === undefined) return null;
  const stage = session.stages.some((each) => each.stage === "ehlo-tls") ? "ehlo-tls" : "ehlo";
  const wrong = wrongOffer(target.expect, offeredAtLast(facts.capabilities, offeredInClear, "STARTTLS"));
  if (wrong !== null) return told(session, { code: `ehlo.capability-${wrong.failure}`, stage, reply: null, detail: wrong.detail });
  const { sizeBytes } = target.expect;
  const detail = sizeBytes === undefined ? null : tooSmall(facts.capabilities, sizeBytes);
  return detail === null ? null : told(session, { code: "ehlo.size", stage, reply: null, detail });
}

function told(session: Session, reason: Reason): Reason {
  session.markFailed(reason);
  return reason;
}

/** SIZE without a number, or with 0, is no limit (RFC 1870 section 4). */
function tooSmall(offered: readonly string[], sizeBytes: number): string | null {
  const size = offered.map(wordsOf).find(([name]) => name === "SIZE");
  if (size === undefined) return "SIZE is not offered.";
  const most = Number(size[1] ?? 0);
  return most === 0 || most >= sizeBytes ? null : `Messages of up to ${most} bytes are taken; ${sizeBytes} are wanted.`;
}
