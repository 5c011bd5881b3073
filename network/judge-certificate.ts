import type { CertificateFacts } from "#core/check/result.ts";
import type { Trust, TrustException } from "#core/monitor/trust.ts";
import type { CertificateFailure } from "#core/reason/reason.ts";
import { chainProblems } from "./certificate-chain.ts";
import { dateProblem, nearEnd } from "./certificate-dates.ts";
import { nameProblem } from "./certificate-name.ts";
import type { CertificateProblem } from "./certificate-problem.ts";
import type { Handshake } from "./handshake.ts";
import type { SharedContext } from "./secure-context.ts";

/** A certificate with less than this many days left is `expiring`, where the monitor's owner does not say otherwise. */
const WARN_DAYS = 14;

/** What an exception covers; all else still counts. */
const COVERED: Readonly<Record<TrustException, readonly CertificateFailure[]>> = {
  untrusted: ["self-signed", "untrusted", "incomplete"],
  name: ["name"],
  expired: ["expired", "expiring"],
};

/** Whom a certificate should be of, and how the monitor's owner wants it judged. */
export type Wanted = { host: string; trust?: Trust; trusted: SharedContext };

/** The problems that count, and those that would but for the one exception the monitor's owner makes. */
export type CertificateVerdict = { problems: CertificateProblem[]; excepted: CertificateProblem[] };

/**
 * Judges a certificate at an instant (epoch ms) in every respect: whether it is the one that is pinned, its dates, its chain, its names
 * (RFC 5280 section 6, RFC 9525), its strength, and whether it ends soon. A chain says that a certificate is genuine, and a pin that fits
 * says so by itself: then the chain does not count, while dates and names do.
 */
export function judgeCertificate(
  { shown, chainError }: Pick<Handshake, "shown" | "chainError">,
  { host, trust = {}, trusted }: Wanted,
  nowMs: number,
): CertificateVerdict {
  if (shown.chain === null) return { problems: [{ failure: "untrusted", detail: "was not shown" }], excepted: [] };
  const { facts, isForHost, weakness } = shown.chain;
  const pinned = trust.pin === undefined ? null : pinProblem(facts, trust.pin);
  const isPinned = trust.pin !== undefined && pinned === null;
  const found = [
    pinned,
    dateProblem(facts, nowMs),
    ...(isPinned ? [] : chainProblems(shown, chainError, trusted, nowMs)),
    isForHost ? null : nameProblem(facts, host),
    weakness === null ? null : { failure: "weak-certificate" as const, detail: weakness },
    nearEnd(facts, nowMs, trust.warnDays ?? WARN_DAYS),
  ].filter((problem) => problem !== null);
  if (trust.except === undefined) return { problems: found, excepted: [] };
  const covered = COVERED[trust.except];
  const isCovered = ({ failure }: CertificateProblem) => covered.includes(failure);
  return { problems: found.filter((problem) => !isCovered(problem)), excepted: found.filter(isCovered) };
}

/** Fingerprints are pinned in lower-case hex without colons. */
function pinProblem({ fingerprint256 }: CertificateFacts, pin: string): CertificateProblem | null {
  const shown = fingerprint256.replaceAll(":", "").toLowerCase();
  return shown === pin ? null : { failure: "pin", detail: `has the fingerprint ${shown}, not the one that is pinned` };
}
