import { dateProblem, issuerDateProblem } from "./certificate-dates.ts";
import type { CertificateProblem } from "./certificate-problem.ts";
import { chainTrust } from "./chain-trust.ts";
import type { Handshake } from "./connection.ts";
import type { SharedContext } from "./secure-context.ts";
import type { ShownChain } from "./shown-chain.ts";

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
  { certificates, chainError }: Pick<Handshake, "certificates" | "chainError">,
  shown: ShownChain,
  trusted: SharedContext,
  nowMs: number,
): CertificateProblem[] {
  if (chainError === null) return [];
  const { flaw, issuers } = chainTrust(shown, certificates, trusted);
  const found = [flaw, issuerDateProblem(issuers, nowMs)].filter((problem) => problem !== null);
  if (found.length > 0) return found;
  const ofDates = DATE_ERRORS[chainError];
  if (ofDates === undefined) return [{ failure: "untrusted", detail: `has no chain to a trusted root (${chainError})` }];
  return dateProblem(shown.facts, nowMs) === null ? [ofDates] : [];
}
