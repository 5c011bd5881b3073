import ipaddr from "ipaddr.js";
import type { Subject } from "./dns-list.ts";

/** What an entry is: an address of one family, or a domain. Ranges are taken apart before. */
export function subjectOf(entry: string): Subject {
  if (entry.includes(":")) return "ipv6";
  return ipaddr.IPv4.isValidFourPartDecimal(entry) ? "ipv4" : "domain";
}

/**
 * The name under which a list in a zone is asked about an entry: an IPv4 address by its bytes backwards (RFC 5782 section 2.1), an IPv6 one by its 32
 * nibbles backwards (section 2.4), a domain as it is (section 3).
 */
export function questionName(entry: string, zone: string): string {
  const subject = subjectOf(entry);
  if (subject === "domain") return `${entry}.${zone}`;
  if (subject === "ipv4") return `${entry.split(".").toReversed().join(".")}.${zone}`;
  const nibbles = ipaddr.IPv6.parse(entry)
    .toByteArray()
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return `${Array.from(nibbles).toReversed().join(".")}.${zone}`;
}
