import type { ImapTarget, Pop3Target } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { Dialogue } from "./dialogue.ts";
import { offeredAtLast, wrongInClear, wrongOffer } from "./offered.ts";

/** A dialogue with a server that gives mail out. */
type MailboxDialogue = Dialogue<ImapTarget> | Dialogue<Pop3Target>;

/** Holds what was offered before TLS against what must not be offered in the clear. */
export function capabilitiesInClear({ session, target, facts }: MailboxDialogue): Reason | null {
  const detail = wrongInClear(target.expect, facts.capabilities);
  if (detail === null) return null;
  const reason: Reason = { code: "capability.forbidden", stage: "capability", reply: null, detail };
  session.markFailed(reason);
  return reason;
}

/** Holds what was offered last against what the monitor's owner expects. */
export function capabilities({ session, target, facts, offeredInClear }: MailboxDialogue): Reason | null {
  const keyword = target.kind === "pop3" ? "STLS" : "STARTTLS";
  const wrong = wrongOffer(target.expect, offeredAtLast(facts.capabilities, offeredInClear, keyword));
  if (wrong === null) return null;
  const stage = session.stages.some((each) => each.stage === "capability-tls") ? "capability-tls" : "capability";
  const reason: Reason = { code: `capability.${wrong.failure}`, stage, reply: null, detail: wrong.detail };
  session.markFailed(reason);
  return reason;
}
