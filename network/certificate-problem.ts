import tls from "node:tls";
import type { CertificateFailure } from "#core/reason.ts";
import type { CertificateFacts } from "#core/result.ts";
import type { Handshake } from "./connection.ts";

const DAY_MS = 86_400_000;

/** A certificate with less than this left is `expiring`. */
const EXPIRING_MS = 14 * DAY_MS;

const NAMES_SHOWN = 3;

/** What is wrong with a certificate. `detail` goes on from the words "The certificate". */
export type CertificateProblem = { failure: CertificateFailure; detail: string };

/**
 * Judges a certificate at an instant (epoch ms) for the host it was asked for: first its dates, then its chain, then its names
 * (RFC 5280 section 6, RFC 9525; a common name counts for nothing), and last whether it ends soon. Null where all is well.
 */
export function certificateProblem(
  { certificate, chainError }: Pick<Handshake, "certificate" | "chainError">,
  facts: CertificateFacts | null,
  host: string,
  nowMs: number,
): CertificateProblem | null {
  if (facts === null) return { failure: "untrusted", detail: "was not shown" };
  return dateProblem(facts, nowMs) ?? chainProblem(chainError) ?? nameProblem(certificate, facts, host) ?? nearEnd(facts, nowMs);
}

function dateProblem({ notBefore, notAfter }: CertificateFacts, nowMs: number): CertificateProblem | null {
  const lateMs = nowMs - Date.parse(notAfter);
  if (lateMs > 0) return { failure: "expired", detail: `expired ${days(lateMs, "today", "ago")}, on ${dateOf(notAfter)}` };
  if (nowMs < Date.parse(notBefore)) return { failure: "not-yet-valid", detail: `is valid only from ${dateOf(notBefore)} on` };
  return null;
}

/** OpenSSL's verdict; its dates, where they are not the leaf's, are those of a certificate further up. */
function chainProblem(chainError: string | null): CertificateProblem | null {
  switch (chainError) {
    case null:
      return null;
    case "CERT_HAS_EXPIRED":
      return { failure: "expired", detail: "was issued by one that has expired" };
    case "CERT_NOT_YET_VALID":
      return { failure: "not-yet-valid", detail: "was issued by one that is not valid yet" };
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return { failure: "self-signed", detail: "is signed by itself" };
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
      return { failure: "untrusted", detail: "came alone, and its issuer is not known (an intermediate may be missing)" };
    default:
      return { failure: "untrusted", detail: `has no chain to a trusted root (${chainError})` };
  }
}

function nameProblem(certificate: tls.PeerCertificate, { names }: CertificateFacts, host: string): CertificateProblem | null {
  if (certificate.subjectaltname === undefined) return { failure: "name", detail: `names no host at all, not even ${host}` };
  if (isNamed(certificate, host)) return null;
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
  return { failure: "name", detail: `is for ${names.slice(0, NAMES_SHOWN).join(", ")}${more}, not for ${host}` };
}

/** Node throws where the list of names is malformed; such a list names nobody. */
function isNamed(certificate: tls.PeerCertificate, host: string): boolean {
  try {
    return tls.checkServerIdentity(host, certificate) === undefined;
  } catch {
    return false;
  }
}

function nearEnd({ notAfter }: CertificateFacts, nowMs: number): CertificateProblem | null {
  const leftMs = Date.parse(notAfter) - nowMs;
  if (leftMs >= EXPIRING_MS) return null;
  return { failure: "expiring", detail: `expires ${days(leftMs, "today")}, on ${dateOf(notAfter)}` };
}

function days(ms: number, today: string, ago?: "ago"): string {
  const count = Math.floor(ms / DAY_MS);
  if (count === 0) return today;
  const words = count === 1 ? "1 day" : `${count} days`;
  return ago === undefined ? `in ${words}` : `${words} ago`;
}

function dateOf(instant: string): string {
  return instant.slice(0, 10);
}
