import type { X509Certificate } from "node:crypto";
import { authoritiesOf, type Authorities } from "./authorities.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { distinguishedName, instantOf } from "./certificate-facts.ts";
import { isForServers, mayIssue } from "./issuer-limits.ts";
import type { SharedContext } from "./secure-context.ts";
import type { ShownChain } from "./shown-chain.ts";
import { isSelfSigned, isSignedBy } from "./signed-by.ts";

/** What is wrong with the way from a certificate up to an authority; `detail` goes on from the words "The certificate". */
export type ChainFlaw = { failure: "self-signed" | "untrusted" | "incomplete"; detail: string };

/** How long an issuer on the way is valid. Instants are ISO 8601 in UTC. */
export type IssuerValidity = { subject: string; notBefore: string; notAfter: string };

/** `flaw` is null where the way ends at an authority that is trusted. `issuers` lie on it, from the nearest upwards. */
export type ChainTrust = { flaw: ChainFlaw | null; issuers: IssuerValidity[] };

/** Verdicts on this many chains are kept. */
const KEPT = 2_048;

/** So many certificates of an issuer's name are tried: each costs a signature, and a server may send keys that are slow on purpose. */
const MOST_NAMESAKES = 3;

const verdicts = new BoundedCache<ChainTrust>(KEPT);

/**
 * Walks from a server's certificate to its issuer, and on to the issuer's, among the certificates it sent and the authorities that are
 * trusted. OpenSSL has the word on whether a chain is good; of what is wrong with it, it tells only the last it found. This tells one
 * thing from the other where it said no. Dates are left to the caller, since a verdict is kept for as long as the chain is the same.
 */
export function chainTrust(
  [leaf, ...above]: readonly [X509Certificate, ...X509Certificate[]],
  { key }: Pick<ShownChain, "key">,
  trusted: SharedContext,
): ChainTrust {
  const question = `${key} ${trusted.key}`;
  const verdict = verdicts.get(question) ?? judgeWay(leaf, findWay(leaf, above, authoritiesOf(trusted)));
  verdicts.set(question, verdict, 1);
  return verdict;
}

/** The issuers of a certificate, from the nearest upwards, and whether the last of them (or the certificate itself) is trusted. */
type Way = { issuers: X509Certificate[]; isTrusted: boolean };

/** As OpenSSL does it, an authority that is trusted comes before one that was sent, and the first that fits is the one. */
function findWay(leaf: X509Certificate, sent: readonly X509Certificate[], trusted: readonly Authorities[]): Way {
  const issuers: X509Certificate[] = [];
  const left = new Set(sent);
  for (let last = leaf; ;) {
    if (isSelfSigned(last)) return { issuers, isTrusted: isAmong(last, trusted) };
    const known = trusted.flatMap((authorities) => authorities.get(last.issuer) ?? []).filter((each) => !issuers.includes(each));
    const namesakes = [...known, ...left].filter((each) => last.checkIssued(each)).slice(0, MOST_NAMESAKES);
    const issuer = namesakes.find((each) => isSignedBy(last, each));
    if (issuer === undefined) return { issuers, isTrusted: false };
    left.delete(issuer);
    issuers.push(issuer);
    last = issuer;
  }
}

function isAmong(certificate: X509Certificate, trusted: readonly Authorities[]): boolean {
  const namesakes = trusted.flatMap((authorities) => authorities.get(certificate.subject) ?? []);
  return namesakes.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256);
}

function judgeWay(leaf: X509Certificate, { issuers, isTrusted }: Way): ChainTrust {
  const flaw = isTrusted ? overstepping(leaf, issuers) : ending(leaf, issuers.at(-1) ?? leaf);
  return { flaw, issuers: issuers.map(validityOf) };
}

/** Where a way that leads to no authority comes to its end. */
function ending(leaf: X509Certificate, last: X509Certificate): ChainFlaw {
  if (isSelfSigned(last)) {
    if (last === leaf) return { failure: "self-signed", detail: "is signed by itself" };
    return { failure: "untrusted", detail: `leads to ${subjectOf(last)}, a root that is not trusted` };
  }
  const missing = `issued by ${distinguishedName(last.toLegacyObject().issuer)}, which was not sent and is not known`;
  return { failure: "incomplete", detail: last === leaf ? `was ${missing}` : `leads to ${subjectOf(last)}, ${missing}` };
}

/** A way to a trusted authority on which somebody did what they may not. */
function overstepping(leaf: X509Certificate, issuers: readonly X509Certificate[]): ChainFlaw | null {
  if (!isForServers(leaf)) return { failure: "untrusted", detail: "is not for servers" };
  const overstepped = issuers.find((issuer, between) => !mayIssue(issuer, between));
  if (overstepped === undefined) return null;
  return { failure: "untrusted", detail: `was issued by way of ${subjectOf(overstepped)}, who may not` };
}

function validityOf(certificate: X509Certificate): IssuerValidity {
  const { validFrom, validTo } = certificate;
  return { subject: subjectOf(certificate), notBefore: instantOf(validFrom), notAfter: instantOf(validTo) };
}

function subjectOf(certificate: X509Certificate): string {
  return distinguishedName(certificate.toLegacyObject().subject);
}
