import { isPositive } from "../check/reply.ts";
import type { CheckResult, Facts } from "../check/result.ts";
import { softwareOf } from "../check/software.ts";
import type { Stage } from "../check/stage.ts";
import type { StsSighting } from "../posture/mta-sts.ts";
import type { AspectValues, ExpirySeen } from "./change.ts";
import { domainSeen } from "./domain-seen.ts";
import { expiryOf } from "./expiry.ts";
import { steadyBanner } from "./steady-banner.ts";

/** What is kept of the facts of the latest check that saw something new; `sts` is of a domain, to compare its policy for TLS with. */
export type SeenFacts = Pick<Facts, "addresses" | "address" | "banner" | "capabilities" | "tls" | "certificate"> & {
  sts?: StsSighting;
};

/** The parts of a server that are compared from check to check. What it can do in the clear and under TLS are two things. */
export type SeenParts = Omit<AspectValues, "certificate-expiry"> & { "capabilities-in-clear": string[] };
export type SeenPart = keyof SeenParts;

/** A part as it was seen, and what it is compared by. */
export type SeenValue = { [Part in SeenPart]: { part: Part; value: SeenParts[Part]; key: string } }[SeenPart];

/** What one check saw of a server: each part it got to, and how near the end of its certificate is. */
export type Sighting = { values: SeenValue[]; expiry: ExpirySeen | null };

const MOST_CAPABILITIES = 100;
const MOST_ADDRESSES = 64;
const MAX_CHARS = 500;

/**
 * Whether what a check saw is compared with what was seen before: of a server that is up or degraded, or lacks nothing but the STARTTLS or STLS
 * it must offer. Of any other it is not known how much of it is as it should be.
 */
export function isComparable({ status, reason, facts }: Pick<CheckResult, "status" | "reason" | "facts">): boolean {
  if (facts.domain !== undefined) return true; // what it publishes is known, whether its servers are up or not
  return status === "up" || status === "degraded" || reason?.code === "starttls.missing" || reason?.code === "stls.missing";
}

/** What a check saw of a server that is compared. */
export function sightingOf({ facts, stages, startedAt }: CheckResult): Sighting {
  if (facts.domain !== undefined) return { values: domainSeen(facts.domain), expiry: null };
  const isGood = (...several: Stage[]) => {
    const replies = several.flatMap((stage) => stages.find((each) => each.stage === stage)?.reply ?? []);
    return replies[0] !== undefined && isPositive(replies[0]);
  };
  const values: SeenValue[] = [];
  if (facts.addresses.length > 0) values.push(addressesSeen(facts.addresses));
  if (facts.banner !== null && isGood("greeting")) values.push(...bannerSeen(facts.banner));
  if (isGood("ehlo-tls", "capability-tls", "ehlo", "capability")) values.push(capabilitiesSeen(facts));
  const isOffered = isStarttlsOffered({ facts, stages });
  if (isOffered !== null) values.push({ part: "starttls", value: isOffered, key: String(isOffered) });
  if (facts.tls !== null)
    values.push({ part: "tls", value: facts.tls, key: `${facts.tls.protocol} ${familyOf(facts.tls.cipher)}` });
  if (facts.certificate !== null) values.push(certificateSeen(facts.certificate));
  return { values, expiry: facts.certificate && expiryOf(facts.certificate, startedAt) };
}

/** Whether a check saw STARTTLS, or STLS, offered; null where it did not get to know, or spoke TLS from the first byte. */
export function isStarttlsOffered({ facts, stages }: Pick<CheckResult, "facts" | "stages">): boolean | null {
  const asked = stages.find(({ stage }) => stage === "starttls" || stage === "stls");
  if (asked !== undefined) return asked.reply !== null;
  const offer = stages.find(({ stage }) => stage === "ehlo" || stage === "capability")?.reply ?? null;
  if (facts.tls !== null || offer === null || !isPositive(offer)) return null;
  return facts.capabilities.some(isStarttls);
}

function addressesSeen(addresses: readonly string[]): SeenValue {
  const value = addresses.toSorted().slice(0, MOST_ADDRESSES);
  return { part: "addresses", value, key: value.join(" ") };
}

function bannerSeen(text: string): SeenValue[] {
  const banner = text.slice(0, MAX_CHARS);
  const software = softwareOf(banner);
  const named: SeenValue[] = software === null ? [] : [{ part: "software", value: software, key: software }];
  return [...named, { part: "banner", value: banner, key: steadyBanner(banner) }];
}

function capabilitiesSeen({ capabilities, tls }: Facts): SeenValue {
  const value = capabilities
    .filter((capability) => !isStarttls(capability)) // a change of its own
    .map((capability) => capability.slice(0, MAX_CHARS))
    .slice(0, MOST_CAPABILITIES);
  const key = value.map(inOrder).toSorted().join(", ");
  return { part: tls === null ? "capabilities-in-clear" : "capabilities", value, key };
}

/** In which order a server lists its mechanisms means nothing. */
function inOrder(capability: string): string {
  const [keyword, ...parameters] = capability.toUpperCase().split(/[ =]/);
  return [keyword, ...parameters.toSorted()].join(" ");
}

function certificateSeen({ fingerprint256, subject, issuer, notAfter }: NonNullable<Facts["certificate"]>): SeenValue {
  const value = { fingerprint256, subject: subject.slice(0, MAX_CHARS), issuer: issuer.slice(0, MAX_CHARS), notAfter };
  return { part: "certificate", value, key: fingerprint256 };
}

/** How ciphers encrypt, the telling ones first: GCM and CCM are modes of AES. */
const FAMILIES = ["CHACHA20", "GCM", "CCM", "AES", "CAMELLIA", "DES", "RC4"];

/** What counts of a cipher: the key exchange, where its name tells one, and how it encrypts, whatever the length of the key. */
function familyOf(cipher: string): string {
  const exchange = cipher.startsWith("TLS_") ? "" : (/ECDHE|DHE/.exec(cipher)?.[0] ?? "RSA");
  return `${exchange} ${FAMILIES.find((family) => cipher.includes(family)) ?? cipher}`.trim();
}

function isStarttls(capability: string): boolean {
  return ["STARTTLS", "STLS"].includes(capability.toUpperCase());
}
