import type { X509Certificate } from "node:crypto";
import type tls from "node:tls";
import type { CertificateFacts, ChainLink } from "#core/check/result.ts";
import { redact } from "#core/transcript/redact.ts";
import { signatureAlgorithm } from "./signature-algorithm.ts";

/** A certificate may hold thousands of names; this many are kept, each and every other text up to so many characters. */
const NAMES_KEPT = 100;
const TEXT_KEPT = 512;

/** Keys on Edwards curves have one size each (RFC 8410); Node does not say it. */
const EDWARDS_BITS: Readonly<Record<string, number>> = { ed25519: 256, ed448: 456 };

/** What a certificate says and what was sent above it, from its issuer upwards, as it is stored and shown. */
export function certificateFacts(leaf: X509Certificate, above: readonly X509Certificate[]): CertificateFacts {
  const { subject, issuer, subjectaltname, valid_from, valid_to } = leaf.toLegacyObject();
  return {
    subject: distinguishedName(subject),
    issuer: distinguishedName(issuer),
    names: namesOf(subjectaltname),
    notBefore: instantOf(valid_from),
    notAfter: instantOf(valid_to),
    fingerprint256: leaf.fingerprint256,
    key: publicKeyOf(leaf),
    signature: signatureAlgorithm(leaf.raw),
    chain: above.map(linkOf),
  };
}

/** Its kind and size, such as `{ type: "rsa", bits: 2048 }`; null where it is of no kind we know. */
export function publicKeyOf(certificate: X509Certificate): NonNullable<CertificateFacts["key"]> | null {
  try {
    const { asymmetricKeyType: type = "", asymmetricKeyDetails } = certificate.publicKey;
    const bits = asymmetricKeyDetails?.modulusLength ?? EDWARDS_BITS[type] ?? certificate.toLegacyObject().bits;
    return bits === undefined ? null : { type, bits };
  } catch {
    return null; // OpenSSL throws at a key that it cannot read
  }
}

/** RFC 4514 in short: `CN=mx.example, O=Example`. */
export function distinguishedName(name: tls.Certificate | undefined): string {
  const parts = Object.entries(name ?? {}).toReversed();
  return kept(parts.map(([attribute, value]) => `${attribute}=${[value].flat().join("+")}`).join(", "));
}

/** A date that cannot be read is the start of 1970: a certificate whose end nobody can read has ended. */
export function instantOf(date: string): string {
  return new Date(Date.parse(date) || 0).toISOString();
}

function linkOf(certificate: X509Certificate): ChainLink {
  const { subject, issuer, valid_to } = certificate.toLegacyObject();
  return { subject: distinguishedName(subject), issuer: distinguishedName(issuer), notAfter: instantOf(valid_to) };
}

/** Node gives the names as `DNS:a.example, IP Address:192.0.2.1`, with a JSON string where a name holds something odd. */
function namesOf(alternatives: string | undefined): string[] {
  if (alternatives === undefined) return [];
  return alternatives.split(", ", NAMES_KEPT).map((name) => kept(name.replace(/^(DNS|IP Address|email|URI):/, "")));
}

function kept(text: string): string {
  return redact(text.slice(0, TEXT_KEPT));
}
