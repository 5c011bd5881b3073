import { certificateLeft } from "../change/certificate-left.ts";
import type { Looked } from "../dns/answer.ts";
import { hexOf, isUsable, tlsaMatches, type ShownCertificate, type Tlsa } from "./dane/tlsa-matches.ts";
import { finding, orGood, type Finding, type Publish } from "./finding.ts";
import { dataOf, isAnswered, whyUnanswered } from "./looked.ts";

/**
 * What is known of one MX host: whether the MX records and its addresses are secure, what stands at `tlsaName`, and the chain it showed after
 * STARTTLS, its own certificate first; null where none was seen.
 */
export type DaneHost = {
  host: string;
  isMxSecure: boolean;
  isAddressSecure: boolean;
  answer: Looked<"TLSA">;
  chain: readonly ShownCertificate[] | null;
};

/** `now` is epoch milliseconds. */
export type DaneSeen = { domain: string; hosts: readonly DaneHost[]; now: number };

const SOON_MS = 30 * 86_400_000;

/** Where the TLSA records of a mail server stand (RFC 7672 section 2.2). */
export function tlsaName(host: string): string {
  return `_25._tcp.${host}`;
}

/** What there is to say of DANE at the MX hosts of a domain (RFC 6698, 7671 and 7672). What is not secured by DNSSEC counts for nothing. */
export function dane({ domain, hosts, now }: DaneSeen): Finding[] {
  return hosts.flatMap((host) => ofHost(host, domain, now));
}

function ofHost(seen: DaneHost, domain: string, now: number): Finding[] {
  const { host, answer, chain } = seen;
  const name = tlsaName(host);
  if (answer.outcome === "bogus") return [finding("dane.bogus", host, { detail: answer.detail })];
  if (!isAnswered(answer)) return [finding("dane.untold", name, { detail: whyUnanswered(answer) })];
  const records = dataOf(answer, "TLSA");
  if (records.length === 0)
    return [finding("dane.absent", host, { publish: answer.isSecure ? recordFor(name, chain) : undefined })];

  const found = records.map(written);
  if (!answer.isSecure || !seen.isAddressSecure) return [finding("dane.insecure", host, { found })];
  const usable = records.filter(isUsable);
  if (usable.length === 0) return [finding("dane.unusable", host, { found, publish: recordFor(name, chain) })];
  const notes = [
    ...(seen.isMxSecure ? [] : [finding("dane.mx-insecure", host, { found })]),
    ...(usable.length < records.length ? [finding("dane.some-unusable", host, { found })] : []),
  ];
  if (chain === null) return [...notes, finding("dane.unseen", host, { found })];
  return ofChain({ host, domain, usable, chain, found, now, notes });
}

type Chain = {
  host: string;
  domain: string;
  usable: Tlsa[];
  chain: readonly ShownCertificate[];
  found: string[];
  now: number;
  notes: Finding[];
};

function ofChain({ host, domain, usable, chain, found, now, notes }: Chain): Finding[] {
  const matches = usable.map((tlsa) => tlsaMatches(tlsa, chain, [host, domain], now));
  const matching = usable.filter((_, at) => matches[at] === "yes");
  const publish = recordFor(tlsaName(host), chain);
  if (matching.length === 0) {
    if (matches.includes("name"))
      return [...notes, finding("dane.name", host, { found, detail: chain[0]!.names.join(", "), publish })];
    if (matches.includes("expired")) return [...notes, finding("dane.expired", host, { found, publish })];
    return [...notes, finding("dane.mismatch", host, { found, detail: publish?.value ?? "none", publish })];
  }
  const leaf = chain[0]!;
  const isSoon = leaf.notAfter - now < SOON_MS;
  const findings = [
    ...notes,
    ...(usable.length === 1 && isSoon
      ? [finding("dane.roll-over", host, { found, detail: certificateLeft(leaf.notAfter, now).words })]
      : []),
    ...(usable.length === 1 && !isSoon ? [finding("dane.single", host, { found })] : []),
    ...(usable.length - matching.length > 1 // one other is for the next key
      ? [finding("dane.partial", host, { found, detail: `${matching.length} of ${usable.length}` })]
      : []),
    ...(matching.every((tlsa) => tlsa.usage === 3 && tlsa.selector === 0)
      ? [finding("dane.whole-certificate", host, { found, publish })]
      : []),
  ];
  return orGood(finding("dane.good", host, { found }), findings);
}

/** The record for the key a server shows, which stays when its certificate is renewed with it (RFC 7671 section 5.1). */
function recordFor(name: string, chain: readonly ShownCertificate[] | null): Publish | undefined {
  const leaf = chain?.[0];
  return leaf && { name, type: "TLSA", value: `3 1 1 ${leaf.publicKey.sha256}` };
}

function written({ usage, selector, matchingType, certificate }: Tlsa): string {
  return `${usage} ${selector} ${matchingType} ${hexOf(certificate.subarray(0, 80))}`;
}
