import type tls from "node:tls";
import { redact } from "#core/redact.ts";
import type { CertificateFacts } from "#core/result.ts";

/** A certificate may hold thousands of names; this many are kept. */
const NAMES_KEPT = 100;

/** What a certificate says, as it is stored and shown. Null where the server showed none. */
export function certificateFacts(certificate: tls.PeerCertificate): CertificateFacts | null {
  if (certificate.raw === undefined) return null;
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    names: namesOf(certificate).slice(0, NAMES_KEPT),
    notBefore: instantOf(certificate.valid_from),
    notAfter: instantOf(certificate.valid_to),
    fingerprint256: certificate.fingerprint256,
  };
}

/** Node gives the names as `DNS:a.example, IP Address:192.0.2.1`, with a JSON string where a name holds something odd. */
function namesOf({ subjectaltname }: tls.PeerCertificate): string[] {
  if (subjectaltname === undefined) return [];
  return subjectaltname.split(", ").map((name) => redact(name.replace(/^(DNS|IP Address|email|URI):/, "")));
}

/** A date that cannot be read is the start of 1970: a certificate whose end nobody can read has ended. */
function instantOf(date: string): string {
  return new Date(Date.parse(date) || 0).toISOString();
}

/** RFC 4514 in short: `CN=mx.example, O=Example`. */
function distinguishedName(name: tls.Certificate | undefined): string {
  return redact(
    Object.entries(name ?? {})
      .toReversed()
      .map(([attribute, value]) => `${attribute}=${[value].flat().join("+")}`)
      .join(", "),
  );
}
