import type { DialogueTarget } from "#core/monitor/monitor.ts";

/** A keyword of STARTTLS (RFC 3207, RFC 9051) or of POP3 (RFC 2595). */
export type TlsKeyword = "STARTTLS" | "STLS";

/** Whether a keyword is offered, with the parameter that is asked for: "AUTH PLAIN" is there in `AUTH LOGIN PLAIN`, and in `AUTH=PLAIN`. */
export function isOffered(offered: readonly string[], wanted: string): boolean {
  const [keyword, parameter] = wordsOf(wanted);
  return offered.some((capability) => {
    const [name, ...parameters] = wordsOf(capability);
    return name === keyword && (parameter === undefined || parameters.includes(parameter));
  });
}

/** Whether TLS is offered by a keyword that stands alone. */
export function offersTls(offered: readonly string[], keyword: TlsKeyword): boolean {
  return offered.some((capability) => capability.toUpperCase() === keyword);
}

/** The words of a capability, in upper case. */
export function wordsOf(capability: string): string[] {
  return capability.toUpperCase().split(/[ =]+/);
}

/** What is offered in the clear, where everybody can listen, and must not be, as a sentence; null where there is nothing. */
export function wrongInClear(expected: DialogueTarget["expect"], offered: readonly string[]): string | null {
  const forbidden = (expected?.offersNotInClear ?? []).filter((unwanted) => isOffered(offered, unwanted));
  return forbidden.length === 0 ? null : `${forbidden.join(", ")} is offered in the clear.`;
}

/** What is not offered and must be, or is and must not be, as a sentence; null where all is as it should be. */
export function wrongOffer(
  expected: DialogueTarget["expect"],
  offered: readonly string[],
): { failure: "missing" | "forbidden"; detail: string } | null {
  const missing = (expected?.offers ?? []).filter((wanted) => !isOffered(offered, wanted));
  if (missing.length > 0) return { failure: "missing", detail: `${missing.join(", ")} is not offered.` };
  const forbidden = (expected?.offersNot ?? []).filter((unwanted) => isOffered(offered, unwanted));
  return forbidden.length === 0 ? null : { failure: "forbidden", detail: `${forbidden.join(", ")} is offered.` };
}

/** What was offered last. TLS counts as it was before it began, since nobody may offer it again inside (RFC 3207 section 4.2). */
export function offeredAtLast(now: readonly string[], inClear: readonly string[], keyword: TlsKeyword): string[] {
  return [...now, ...(offersTls(inClear, keyword) ? [keyword] : [])];
}
