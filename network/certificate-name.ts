import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { CertificateFacts } from "#core/check/result.ts";
import type { CertificateProblem } from "./certificate-problem.ts";

const NAMES_SHOWN = 3;

/** A common name counts for nothing, and a wildcard only as a whole label, the leftmost (RFC 9525 section 6.3). */
const STRICT = { subject: "never", partialWildcards: false } as const;

/** What a certificate that is not for a host is for instead. */
export function nameProblem({ names }: Pick<CertificateFacts, "names">, host: string): CertificateProblem {
  if (names.length === 0) return { failure: "name", detail: `names no host at all, not even ${host}` };
  const more = names.length > NAMES_SHOWN ? " and others" : "";
  return { failure: "name", detail: `is for ${names.slice(0, NAMES_SHOWN).join(", ")}${more}, not for ${host}` };
}

/** Whether a certificate is for a host, which is a name or an address. Node throws where a list of names is malformed: it names nobody. */
export function isForHost(certificate: X509Certificate, host: string): boolean {
  try {
    return (isIP(host) === 0 ? certificate.checkHost(host, STRICT) : certificate.checkIP(host)) !== undefined;
  } catch {
    return false;
  }
}
