import type { RecordData } from "../../dns/answer.ts";
import { hostMatches } from "../mta-sts/host-matches.ts";

/** What a part of a certificate comes to, in lower-case hex: itself in DER, and its hashes. */
export type Digests = { whole: string; sha256: string; sha512: string };

/** One certificate that a server showed; `notAfter` is epoch milliseconds, `names` its subject alternative names. */
export type ShownCertificate = { certificate: Digests; publicKey: Digests; notAfter: number; names: readonly string[] };

export type Tlsa = RecordData["TLSA"];

const DANE_TA = 2;
const DANE_EE = 3;
/** Of each matching type what is compared, and how many hex digits that has. */
const MATCHING: Record<number, { of: keyof Digests; digits: number | null }> = {
  0: { of: "whole", digits: null },
  1: { of: "sha256", digits: 64 },
  2: { of: "sha512", digits: 128 },
};

/** Whether senders of mail can do anything with a record: usages of public authorities are not for them (RFC 7672 section 3.1.3). */
export function isUsable({ usage, selector, matchingType, certificate }: Tlsa): boolean {
  const matching = MATCHING[matchingType];
  if ((usage !== DANE_TA && usage !== DANE_EE) || selector > 1 || matching === undefined) return false;
  return matching.digits === null ? certificate.length > 0 : certificate.length * 2 === matching.digits;
}

/**
 * What a usable record makes of the chain a server showed, its own certificate first. Of DANE-EE only the certificate itself counts, whatever its
 * names and dates (RFC 7671 section 5.1); under DANE-TA it has to be for one of `hosts` and still valid (section 5.2).
 */
export function tlsaMatches(
  tlsa: Tlsa,
  chain: readonly ShownCertificate[],
  hosts: readonly string[],
  now: number,
): "yes" | "no" | "name" | "expired" {
  const [leaf, ...above] = chain;
  if (leaf === undefined) return "no";
  if (tlsa.usage === DANE_EE) return isOf(tlsa, leaf) ? "yes" : "no";
  if (!above.some((each) => isOf(tlsa, each))) return "no";
  if (!leaf.names.some((name) => hosts.some((host) => hostMatches(host, name)))) return "name";
  return leaf.notAfter < now ? "expired" : "yes";
}

function isOf({ selector, matchingType, certificate }: Tlsa, shown: ShownCertificate): boolean {
  const part = selector === 0 ? shown.certificate : shown.publicKey;
  const wanted = part[MATCHING[matchingType]!.of];
  return wanted.length === certificate.length * 2 && wanted === hexOf(certificate);
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
