import type { Reason } from "#core/reason.ts";
import type { Session } from "#network/session.ts";
import type { SmtpDialogue } from "./dialogue.ts";

/** Holds what the EHLO before TLS offered against what must not be offered in the clear, where everybody can listen. */
export function capabilitiesInClear({ session, target, facts }: SmtpDialogue): Reason | null {
  const forbidden = (target.expect?.offersNotInClear ?? []).filter((unwanted) => isOffered(facts.capabilities, unwanted));
  if (forbidden.length === 0) return null;
  const detail = `${forbidden.join(", ")} is offered in the clear.`;
  return told(session, { code: "ehlo.capability-forbidden", stage: "ehlo", reply: null, detail });
}

/**
 * Holds what the last EHLO offered against what the monitor's owner expects: keywords there must be, must not be, and SIZE (RFC 1870).
 * STARTTLS counts as it was before TLS, since nobody may offer it again inside (RFC 3207 section 4.2).
 */
export function capabilities({ session, target, facts, offeredInClear }: SmtpDialogue): Reason | null {
  if (target.expect === undefined) return null;
  const { offers = [], offersNot = [], sizeBytes } = target.expect;
  const offered = [...facts.capabilities, ...offeredInClear.filter((capability) => isOffered([capability], "STARTTLS"))];
  const stage = session.stages.some((each) => each.stage === "ehlo-tls") ? "ehlo-tls" : "ehlo";
  const missing = offers.filter((wanted) => !isOffered(offered, wanted));
  const forbidden = offersNot.filter((unwanted) => isOffered(offered, unwanted));
  const reason = failed(missing, forbidden, sizeBytes === undefined ? null : tooSmall(facts.capabilities, sizeBytes));
  if (reason === null) return null;
  return told(session, { ...reason, stage, reply: null });
}

function told(session: Session, reason: Reason): Reason {
  session.markFailed(reason);
  return reason;
}

/** Whether a keyword is offered, with the parameter that is asked for: "AUTH PLAIN" is there in `AUTH LOGIN PLAIN`, and in `AUTH=PLAIN`. */
export function isOffered(offered: readonly string[], wanted: string): boolean {
  const [keyword, parameter] = words(wanted);
  return offered.some((capability) => {
    const [name, ...parameters] = words(capability);
    return name === keyword && (parameter === undefined || parameters.includes(parameter));
  });
}

function words(capability: string): string[] {
  return capability.toUpperCase().split(/[ =]+/);
}

function failed(missing: string[], forbidden: string[], size: string | null): Pick<Reason, "code" | "detail"> | null {
  if (missing.length > 0) return { code: "ehlo.capability-missing", detail: `${missing.join(", ")} is not offered.` };
  if (forbidden.length > 0) return { code: "ehlo.capability-forbidden", detail: `${forbidden.join(", ")} is offered.` };
  return size === null ? null : { code: "ehlo.size", detail: size };
}

/** SIZE without a number, or with 0, is no limit (RFC 1870 section 4). */
function tooSmall(offered: readonly string[], sizeBytes: number): string | null {
  const size = offered.map(words).find(([name]) => name === "SIZE");
  if (size === undefined) return "SIZE is not offered.";
  const most = Number(size[1] ?? 0);
  return most === 0 || most >= sizeBytes ? null : `Messages of up to ${most} bytes are taken; ${sizeBytes} are wanted.`;
}
