import type { X509Certificate } from "node:crypto";

/** Whether the key of one certificate signed another. OpenSSL throws at a key that it cannot read; such a key has signed nothing. */
export function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** Whether a certificate vouches for itself, whatever it may sign otherwise. */
export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && isSignedBy(certificate, certificate);
}
