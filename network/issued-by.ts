import type { X509Certificate } from "node:crypto";

/** Whether one certificate issued another: names and identifiers fit, it may sign certificates, and its key did (RFC 5280 section 6.1.3). */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && isSignedBy(certificate, issuer);
}

/** Whether a certificate vouches for itself, whatever it may sign otherwise. */
export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.subject === certificate.issuer && isSignedBy(certificate, certificate);
}

/** OpenSSL throws at a key that it cannot read; such a key has signed nothing. */
function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
