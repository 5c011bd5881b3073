import ipaddr from "ipaddr.js";

/**
 * What an address is to us. `public`: anybody may be watched there. `private`: only where private targets are allowed.
 * `metadata`: the secrets of a cloud machine, never. `unusable`: no server can be there (multicast, broadcast, unspecified).
 */
export type AddressClass = "public" | "private" | "metadata" | "unusable";

/** Where clouds answer their machines, beside 169.254.0.0/16: Azure's wire server, Alibaba, Oracle; then AWS, GCP, Scaleway, OpenStack. */
const METADATA = new Set(
  [
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
    "fd00:42::42",
    "fe80::a9fe:a9fe",
  ].map((address) => ipaddr.parse(address).toString()),
);

/** Link-local in IPv4 is where nearly every cloud has its metadata, each at an address of its own, and where no mail server is. */
const IPV4_LINK_LOCAL = ipaddr.IPv4.parseCIDR("169.254.0.0/16");

const UNUSABLE = new Set(["unspecified", "broadcast", "multicast", "discard"]);

/** The part of IPv6 that is given out for the public network (RFC 4291 section 2.4, IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

const LAST_4 = [12, 13, 14, 15];

/** The only spelling of an IPv4 address that means the same to everybody: four decimal numbers without leading zeros. */
const BYTE = /(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)/.source;
const FOUR_BYTES = new RegExp(`^${BYTE}(?:\\.${BYTE}){3}$`);

/** How IPv4 is carried inside IPv6: mapped, compatible, NAT64 (RFC 6052, 8215), SIIT (RFC 6145), 6to4; and which bytes are its four. */
const EMBEDDINGS = [
  { range: ipaddr.IPv6.parseCIDR("::ffff:0:0/96"), bytes: [LAST_4] },
  { range: ipaddr.IPv6.parseCIDR("::/96"), bytes: [LAST_4] },
  { range: ipaddr.IPv6.parseCIDR("64:ff9b::/96"), bytes: [LAST_4] },
  { range: ipaddr.IPv6.parseCIDR("64:ff9b:1::/48"), bytes: [LAST_4, [6, 7, 9, 10]] },
  { range: ipaddr.IPv6.parseCIDR("::ffff:0:0:0/96"), bytes: [LAST_4] },
  { range: ipaddr.IPv6.parseCIDR("2002::/16"), bytes: [[2, 3, 4, 5]] },
];

/**
 * The class of an address literal; what is no literal is `unusable`. An IPv4 address inside an IPv6 one counts: a mapped one is
 * what it maps to, and any other embedding is at best private, since it reaches what the IPv4 address reaches by another way.
 */
export function classifyAddress(literal: string): AddressClass {
  const address = parse(literal);
  if (address === null) return "unusable";
  if (METADATA.has(address.toString())) return "metadata";
  if (address instanceof ipaddr.IPv6) return classifyIpv6(address);
  return address.match(...IPV4_LINK_LOCAL) ? "metadata" : classifyRange(address);
}

/** An address in the one spelling that counts: short, lower case, without its zone, IPv4 where IPv6 only carries it. Null for what is no literal. */
export function canonicalAddress(literal: string): string | null {
  const address = parse(literal);
  if (address === null) return null;
  return (address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address).toString();
}

/** Whether two literals, however they are spelled, are one address. */
export function isSameAddress(one: string, other: string): boolean {
  if (one === other) return true;
  const canonical = canonicalAddress(one);
  return canonical !== null && canonical === canonicalAddress(other);
}

/** Reads a literal, its zone left out; null where it is none. */
function parse(literal: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!literal.includes(":")) return FOUR_BYTES.test(literal) ? new ipaddr.IPv4(literal.split(".").map(Number)) : null;
  const spelled = withHexTail(literal);
  return spelled !== null && ipaddr.IPv6.isValid(spelled) ? ipaddr.IPv6.parse(spelled.replace(/%.*$/, "")) : null;
}

/**
 * An IPv6 literal whose tail is in hex, too. ipaddr.js takes octal and hex numbers for a dotted tail, and reads `::a.b.c.d` as mapped, which
 * nothing that connects does.
 */
function withHexTail(literal: string): string | null {
  const [, head, tail, zone = ""] = /^(.*:)([^:%]*)(%.*)?$/.exec(literal) ?? [];
  if (head === undefined || tail === undefined || !tail.includes(".")) return literal;
  if (!FOUR_BYTES.test(tail)) return null;
  const [a, b, c, d] = tail.split(".").map((byte) => Number(byte).toString(16).padStart(2, "0"));
  return `${head}${a}${b}:${c}${d}${zone}`;
}

function classifyRange(address: ipaddr.IPv4 | ipaddr.IPv6): AddressClass {
  const range = address.range();
  if (range === "unicast") return "public";
  return UNUSABLE.has(range) ? "unusable" : "private";
}

function classifyIpv6(address: ipaddr.IPv6): AddressClass {
  const range = address.range();
  if (UNUSABLE.has(range)) return "unusable";
  if (range === "loopback") return "private";
  const embedding = EMBEDDINGS.find(({ range: [network, bits] }) => address.match(network, bits));
  if (embedding === undefined) return address.match(...GLOBAL_UNICAST) ? classifyRange(address) : "private";
  const carrier = address.toByteArray();
  const inner = embedding.bytes.map((bytes) => classifyAddress(bytes.map((at) => carrier[at]).join(".")));
  if (address.isIPv4MappedAddress()) return inner[0]!;
  if (inner.includes("metadata")) return "metadata";
  return inner.every((its) => its === "unusable") ? "unusable" : "private";
}
