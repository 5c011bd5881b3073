import ipaddr from "ipaddr.js";
import { isSameAddress } from "../check/address-class.ts";
import type { Looked } from "../dns/answer.ts";
import { finding, orGood, type Finding } from "./finding.ts";
import { dataOf, isAnswered, whyUnanswered } from "./looked.ts";

/** The addresses a name has; null where it could not be looked up. */
export type Forward = { name: string; addresses: readonly string[] | null };

/**
 * What is known of the name of one address: `host` is what it should be called where that is known, `answer` what stands at `reverseName`, `forward`
 * the addresses of the names there. From a `sender` receivers want more than from somebody who only receives (`mx`).
 */
export type ReverseSeen = {
  address: string;
  role: "mx" | "sender";
  host: string | null;
  answer: Looked<"PTR">;
  forward: readonly Forward[];
};

/** Words that stand in the names of lines of households, beside the address itself. */
const GENERIC =
  /(?:^|[.\-\d])(?:dyn|dynamic|dhcp|pool|dsl|adsl|cable|dialup|broadband|customer|cust|client|static|unknown)(?:[.\-\d]|$)/i;

/** Where the name of an address stands (RFC 1035 section 3.5, RFC 3596 section 2.5). */
export function reverseName(address: string): string {
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  if (parsed.kind() === "ipv4") return `${bytes.toReversed().join(".")}.in-addr.arpa`;
  const nibbles = bytes.flatMap((byte) => [byte >> 4, byte & 15]).toReversed();
  return `${nibbles.map((nibble) => nibble.toString(16)).join(".")}.ip6.arpa`;
}

/** What there is to say of the name of an address, which has to lead back to it (RFC 8601 section 3, "iprev"). */
export function reverse(seen: ReverseSeen): Finding[] {
  const { address, role, host, answer, forward } = seen;
  const publish = host === null ? undefined : ({ name: reverseName(address), type: "PTR", value: host } as const);
  if (!isAnswered(answer)) return [finding("reverse.untold", address, { detail: whyUnanswered(answer) })];
  const names = dataOf(answer, "PTR");
  if (names.length === 0) return [finding(role === "sender" ? "reverse.absent" : "reverse.absent-inbound", address, { publish })];

  const confirmed = forward.filter((each) => each.addresses?.some((its) => isSameAddress(its, address)));
  if (confirmed.length === 0) {
    if (forward.some((each) => each.addresses === null)) return [finding("reverse.forward-untold", address, { found: names })];
    return [
      finding(role === "sender" ? "reverse.unconfirmed" : "reverse.unconfirmed-inbound", address, {
        found: [...names, ...forward.map(written)],
        detail: names[0]!,
        publish,
      }),
    ];
  }
  const { name } = confirmed[0]!;
  return orGood(finding("reverse.good", address, { found: names, detail: name }), [
    ...(role === "sender" && isGeneric(name, address)
      ? [finding("reverse.generic", address, { found: names, detail: name, publish })]
      : []),
    ...(names.length > 1 ? [finding("reverse.several", address, { found: names, detail: `${names.length} names` })] : []),
  ]);
}

/** Whether a name is made of the address, as providers name lines that nobody has named. */
function isGeneric(name: string, address: string): boolean {
  const parsed = ipaddr.process(address);
  if (parsed.kind() !== "ipv4") return false;
  const numbers: readonly string[] = name.match(/\d+/g) ?? [];
  const inIt = parsed.toByteArray().filter((byte) => numbers.some((number) => Number(number) === byte)).length;
  return numbers.length >= 4 ? inIt === 4 : GENERIC.test(name) && numbers.length >= 2 && inIt >= 2;
}

function written({ name, addresses }: Forward): string {
  return `${name}: ${addresses === null || addresses.length === 0 ? "no address" : addresses.slice(0, 5).join(", ")}`;
}
