import type { X509Certificate } from "node:crypto";
import { derElements, objectIdentifier } from "./der.ts";

const BASIC_CONSTRAINTS = "2.5.29.19";
const NAME_CONSTRAINTS = "2.5.29.30";
const POLICY_CONSTRAINTS = "2.5.29.36";
const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

/** Tags of DER: the extensions of a certificate (RFC 5280 section 4.1), an integer, and the string that holds an extension. */
const EXTENSIONS_TAG = 0xa3;
const INTEGER_TAG = 0x02;
const OCTETS_TAG = 0x04;

/** Whether a certificate may be shown by a server (RFC 5280 section 4.2.1.12): one that does not say for what may be for all. */
export function isForServers(certificate: X509Certificate): boolean {
  return certificate.keyUsage === undefined || certificate.keyUsage.includes(SERVER_AUTHENTICATION);
}

/**
 * Whether an authority may stand this high above a server's certificate, with so many authorities between (RFC 5280 section 4.2.1.9). One
 * that is limited to some names or policies may not: what those limits allow is OpenSSL's to judge, and this is asked where it said no.
 */
export function mayIssue(issuer: X509Certificate, between: number): boolean {
  const extensions = extensionsOf(issuer);
  if (!issuer.ca || extensions.has(NAME_CONSTRAINTS) || extensions.has(POLICY_CONSTRAINTS) || !isForServers(issuer)) return false;
  const [constraints] = derElements(extensions.get(BASIC_CONSTRAINTS));
  const longest = derElements(constraints?.content).find(({ tag }) => tag === INTEGER_TAG);
  return longest === undefined || (longest.content.length === 1 && longest.content[0]! >= between);
}

/** The content of each extension, by its object identifier. */
function extensionsOf(certificate: X509Certificate): Map<string, Buffer> {
  const [whole] = derElements(certificate.raw);
  const [signed] = derElements(whole?.content);
  const [list] = derElements(derElements(signed?.content).find(({ tag }) => tag === EXTENSIONS_TAG)?.content);
  const extensions = new Map<string, Buffer>();
  for (const extension of derElements(list?.content)) {
    const [name, ...rest] = derElements(extension.content);
    const value = rest.find(({ tag }) => tag === OCTETS_TAG);
    if (name !== undefined && value !== undefined) extensions.set(objectIdentifier(name.content), value.content);
  }
  return extensions;
}
