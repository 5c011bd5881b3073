import { addressKey } from "../check/address-key.ts";
import type { WantedServer } from "./wanted-server.ts";

/** So many different ports of one host are no mail server any more: there are eight that mail uses. */
const PORTS_OF_ONE_HOST = 10;
/** So many different addresses so close together are a walk through somebody's network. */
const ADDRESSES_OF_ONE_NETWORK = 20;

/** Networks as they are given out, in hex digits of an address' key: /24 of IPv4, mapped, and /48 of IPv6. */
const MAPPED = "00000000000000000000ffff";
const IPV4_DIGITS = MAPPED.length + 6;
const IPV6_DIGITS = 12;

/** What a team wanted looked at lately: a server, and the address that was connected to, where that is known. */
export type Wanted = WantedServer & { address: string | null };

/** What of it looks like a scan, as a sentence for the operator; null where nothing does. */
export function scanSeen(wanted: readonly Wanted[]): string | null {
  const ports = grouped(wanted, ({ host }) => host, ({ port }) => String(port)); // prettier-ignore
  for (const [host, { size }] of ports) if (size >= PORTS_OF_ONE_HOST) return `${size} different ports of ${host} within an hour.`;
  const networks = grouped(wanted, networkOf, ({ host, address }) => addressKey(host) ?? addressKey(address ?? ""));
  for (const [network, addresses] of networks) {
    if (addresses.size >= ADDRESSES_OF_ONE_NETWORK) return `${addresses.size} addresses of ${network} within an hour.`;
  }
  return null;
}

/** The network of a server's address, as people write it. */
function networkOf({ host, address }: Wanted): string | null {
  const key = addressKey(host) ?? addressKey(address ?? "");
  if (key === null) return null;
  if (!key.startsWith(MAPPED)) return `${(key.slice(0, IPV6_DIGITS).match(/.{4}/g) ?? []).join(":")}::/48`;
  const bytes = key.slice(MAPPED.length, IPV4_DIGITS).match(/../g) ?? [];
  return `${bytes.map((byte) => Number.parseInt(byte, 16)).join(".")}.0/24`;
}

/** The different values of each group; what has no group, or no value, is left out. */
function grouped(
  wanted: readonly Wanted[],
  groupOf: (each: Wanted) => string | null,
  valueOf: (each: Wanted) => string | null,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const each of wanted) {
    const [group, value] = [groupOf(each), valueOf(each)];
    if (group === null || value === null) continue;
    const values = groups.get(group) ?? new Set();
    groups.set(group, values.add(value));
  }
  return groups;
}
