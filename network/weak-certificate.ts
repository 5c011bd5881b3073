import type { X509Certificate } from "node:crypto";
import { distinguishedName, publicKeyOf } from "./certificate-facts.ts";
import { signatureAlgorithm } from "./signature-algorithm.ts";
import { isSelfSigned } from "./signed-by.ts";

/** The fewest bits of a key by its kind: 112 bits of strength (NIST SP 800-131A). Keys of other kinds have one size, which is enough. */
const FEWEST_BITS: Readonly<Record<string, number>> = { rsa: 2048, "rsa-pss": 2048, dsa: 2048, ec: 224 };

/** Signatures by MD5 have been forged, and those by SHA-1 can be (RFC 6194, RFC 9155). */
const FORGEABLE = /md[245]|sha1$|sha1With/i;

/**
 * What of a certificate and its issuers, from the nearest upwards, can be forged, or null. A detail that goes on from the words "The
 * certificate". A certificate that signed itself is trusted for being known, not for its signature, and so that counts for nothing.
 */
export function certificateWeakness(leaf: X509Certificate, issuers: readonly X509Certificate[]): string | null {
  const own = keyWeakness(leaf) ?? signatureWeakness(leaf);
  if (own !== null) return own;
  for (const issuer of issuers) {
    if (isSelfSigned(issuer)) break;
    const weakness = keyWeakness(issuer) ?? signatureWeakness(issuer);
    if (weakness !== null) return `was issued by ${distinguishedName(issuer.toLegacyObject().subject)}, which ${weakness}`;
  }
  return null;
}

function keyWeakness(certificate: X509Certificate): string | null {
  const key = publicKeyOf(certificate);
  if (key === null || key.bits >= (FEWEST_BITS[key.type] ?? 0)) return null;
  return `has a key of only ${key.bits} bits (${key.type.toUpperCase()})`;
}

function signatureWeakness(certificate: X509Certificate): string | null {
  const signature = signatureAlgorithm(certificate.raw);
  if (signature === null || !FORGEABLE.test(signature) || isSelfSigned(certificate)) return null;
  return `is signed in a way that can be forged (${signature})`;
}
