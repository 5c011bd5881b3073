import { derElements, objectIdentifier } from "./der.ts";

/** As OpenSSL names them (RFC 3279 section 2.2, RFC 4055, RFC 5758, RFC 8410). */
const SIGNATURES: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.2": "md2WithRSAEncryption",
  "1.2.840.113549.1.1.3": "md4WithRSAEncryption",
  "1.2.840.113549.1.1.4": "md5WithRSAEncryption",
  "1.2.840.113549.1.1.5": "sha1WithRSAEncryption",
  "1.3.14.3.2.29": "sha1WithRSA",
  "1.2.840.113549.1.1.14": "sha224WithRSAEncryption",
  "1.2.840.113549.1.1.11": "sha256WithRSAEncryption",
  "1.2.840.113549.1.1.12": "sha384WithRSAEncryption",
  "1.2.840.113549.1.1.13": "sha512WithRSAEncryption",
  "1.2.840.10040.4.3": "dsaWithSHA1",
  "2.16.840.1.101.3.4.3.1": "dsa_with_SHA224",
  "2.16.840.1.101.3.4.3.2": "dsa_with_SHA256",
  "1.2.840.10045.4.1": "ecdsa-with-SHA1",
  "1.2.840.10045.4.3.1": "ecdsa-with-SHA224",
  "1.2.840.10045.4.3.2": "ecdsa-with-SHA256",
  "1.2.840.10045.4.3.3": "ecdsa-with-SHA384",
  "1.2.840.10045.4.3.4": "ecdsa-with-SHA512",
  "1.3.101.112": "ED25519",
  "1.3.101.113": "ED448",
};

/** RSA-PSS says in its parameters which digest it goes with; SHA-1 is what it is without (RFC 4055 section 3.1). */
const PSS = "1.2.840.113549.1.1.10";
const PSS_DIGEST_TAG = 0xa0;
const DIGESTS: Readonly<Record<string, string>> = {
  "1.3.14.3.2.26": "SHA1",
  "2.16.840.1.101.3.4.2.4": "SHA224",
  "2.16.840.1.101.3.4.2.1": "SHA256",
  "2.16.840.1.101.3.4.2.2": "SHA384",
  "2.16.840.1.101.3.4.2.3": "SHA512",
};

/**
 * How a certificate (DER) is signed, such as "sha256WithRSAEncryption"; of an algorithm that is not known the object identifier. Null
 * where there is none to read. Node has no name for it: it is the second part of a certificate (RFC 5280 section 4.1.1.2).
 */
export function signatureAlgorithm(certificate: Buffer): string | null {
  const [whole] = derElements(certificate);
  const [, algorithm] = derElements(whole?.content);
  const [identifier, parameters] = derElements(algorithm?.content);
  if (identifier === undefined) return null;
  const name = objectIdentifier(identifier.content);
  return name === PSS ? `rsassaPss-${pssDigest(parameters?.content)}` : (SIGNATURES[name] ?? name);
}

function pssDigest(parameters: Buffer | undefined): string {
  const given = derElements(parameters).find(({ tag }) => tag === PSS_DIGEST_TAG);
  const [algorithm] = derElements(given?.content);
  const [identifier] = derElements(algorithm?.content);
  if (identifier === undefined) return "SHA1";
  const name = objectIdentifier(identifier.content);
  return DIGESTS[name] ?? name;
}
