import type { CheckResult } from "../check/result.ts";
import { domainSeen } from "./domain-seen.ts";
import { expiryOf } from "./expiry.ts";
import { isComparable, isStarttlsOffered } from "./seen.ts";
import { steadyBanner } from "./steady-banner.ts";

/**
 * A number of 32 bits to compare what a check saw of a server by, of one revision of a monitor. Where it is that of the check before,
 * there is nothing new, and nothing needs to be looked at; where it is another one there may be. Null where nothing is compared.
 */
export function sightingHash(revision: number, result: CheckResult): number | null {
  if (!isComparable(result)) return null;
  const { addresses, banner, capabilities, tls, certificate, domain } = result.facts;
  let hash = mixed(0x811c9dc5, String(revision));
  if (domain !== undefined) return domainSeen(domain).reduce((sum, { part, key }) => mixed(mixed(sum, part), key), hash) | 0;
  for (const address of addresses.length > 1 ? addresses.toSorted() : addresses) hash = mixed(hash, address);
  hash = mixed(hash, banner === null ? "" : steadyBanner(banner));
  for (const capability of capabilities) hash = mixed(hash, capability);
  hash = mixed(hash, `${isStarttlsOffered(result)} ${tls?.protocol} ${tls?.cipher}`);
  if (certificate === null) return hash | 0;
  return mixed(mixed(hash, certificate.fingerprint256), String(expiryOf(certificate, result.startedAt)?.days)) | 0;
}

/** FNV-1a over UTF-16 units, stirred after each text so that where one ends and the next begins counts. */
function mixed(hash: number, text: string): number {
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 12) ^ text.length;
}
