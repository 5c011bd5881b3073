import { createHash, type X509Certificate } from "node:crypto";
import type { Digests, ShownCertificate } from "#core/posture/dane/tlsa-matches.ts";
import { certificateFacts } from "#network/certificate-facts.ts";

/** What TLSA records are held against (RFC 6698 section 2.1): a certificate and its public key, whole and as hashes. */
export function shownCertificate(certificate: X509Certificate): ShownCertificate {
  const { names, notAfter } = certificateFacts(certificate, []);
  return {
    certificate: digestsOf(certificate.raw),
    publicKey: digestsOf(publicKeyOf(certificate)),
    notAfter: Date.parse(notAfter),
    names,
  };
}

/** SubjectPublicKeyInfo in DER; nothing where OpenSSL cannot read the key. */
function publicKeyOf(certificate: X509Certificate): Buffer {
  try {
    return certificate.publicKey.export({ type: "spki", format: "der" });
  } catch {
    return Buffer.alloc(0);
  }
}

function digestsOf(der: Buffer): Digests {
  const digest = (algorithm: string) => createHash(algorithm).update(der).digest("hex");
  return { whole: der.toString("hex"), sha256: digest("sha256"), sha512: digest("sha512") };
}
