import { dateProblem, issuerDateProblem } from "./certificate-dates.ts";
import type { CertificateProblem } from "./certificate-problem.ts";
import { chainTrust } from "./chain-trust.ts";
import type { Handshake } from "./handshake.ts";
import type { SharedContext } from "./secure-context.ts";
import type { Shown } from "./shown-chain.ts";

/** What OpenSSL says about dates, of whichever certificate of the chain. */
const DATE_ERRORS: Readonly<Record<string, CertificateProblem>> = {
  CERT_HAS_EXPIRED: { failure: "expired", detail: "was issued by one that has expired" },
  CERT_NOT_YET_VALID: { failure: "not-yet-valid", detail: "was issued by one that is not valid yet" },
};

/**
 * What is wrong above a certificate at an instant (epoch ms), where OpenSSL says that something is. The chain is walked to tell one thing
 * from the other; a no that it does not explain stays a no.
 */
export function chainProblems(
  { chain, certificates: [leaf, ...above] }: Shown,
  chainError: Handshake["chainError"],
  trusted: SharedContext,
  nowMs: number,
): CertificateProblem[] {
  if (chainError === null) return [];
  const unexplained = DATE_ERRORS[chainError] ?? { failure: "untrusted", detail: `has no chain to a trusted root (${chainError})` };
  if (chain === null || leaf === undefined) return [unexplained];
  const { flaw, issuers } = chainTrust([leaf, ...above], chain, trusted);
  const found = [flaw, issuerDateProblem(issuers, nowMs)].filter((problem) => problem !== null);
  const isOfDates = chainError in DATE_ERRORS && (found.length > 0 || dateProblem(chain.facts, nowMs) !== null);
  return flaw !== null || isOfDates ? found : [...found, unexplained];
}
