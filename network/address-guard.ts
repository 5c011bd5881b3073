import ipaddr from "ipaddr.js";

/**
 * What an address is to us. `public`: anybody may be watched there. `private`: only where private targets are allowed.
 * `metadata`: the secrets of a cloud machine, never. `unusable`: no server can be there (multicast, broadcast, unspecified).
 */
export type AddressClass = "public" | "private" | "metadata" | "unusable";

/** Where clouds answer their machines: AWS, Azure, GCP and many more; AWS ECS and EKS; Azure's wire server; Alibaba; Oracle. */
const METADATA = new Set(
  [
    "169.254.169.254",
    "169.254.170.2",
    "169.254.170.23",
    "168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
  ].map((address) => ipaddr.parse(address).toString()),
);

const UNUSABLE = new Set(["unspecified", "broadcast", "multicast", "discard"]);

/** The part of IPv6 that is given out for the public network (RFC 4291 section 2.4, IANA). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** How IPv4 is carried inside IPv6: mapped, compatible, NAT64 (RFC 6052, 8215), SIIT (RFC 6145), 6to4; where its 4 bytes start. */
const EMBEDDINGS = [
  { range: ipaddr.IPv6.parseCIDR("::ffff:0:0/96"), at: 12 },
  { range: ipaddr.IPv6.parseCIDR("::/96"), at: 12 },
  { range: ipaddr.IPv6.parseCIDR("64:ff9b::/96"), at: 12 },
  { range: ipaddr.IPv6.parseCIDR("64:ff9b:1::/48"), at: 12 },
  { range: ipaddr.IPv6.parseCIDR("::ffff:0:0:0/96"), at: 12 },
  { range: ipaddr.IPv6.parseCIDR("2002::/16"), at: 2 },
];

/**
 * The class of an address literal; what is no literal is `unusable`. An IPv4 address inside an IPv6 one counts: a mapped one is
 * what it maps to, and any other embedding is at best private, since it reaches what the IPv4 address reaches by another way.
 */
export function classifyAddress(literal: string): AddressClass {
  if (!ipaddr.IPv4.isValidFourPartDecimal(literal) && !ipaddr.IPv6.isValid(literal)) return "unusable";
  const address = ipaddr.parse(literal.replace(/%.*$/, ""));
  if (METADATA.has(address.toString())) return "metadata";
  return address instanceof ipaddr.IPv6 ? classifyIpv6(address) : classifyRange(address);
}

/** Whether a check may connect to an address. What is allowed must be connected to as this very literal, never by name. */
export function isAllowed(literal: string, allowPrivate: boolean): boolean {
  const found = classifyAddress(literal);
  return found === "public" || (found === "private" && allowPrivate);
}

/** Whether two literals, however they are spelled, are one address. */
export function isSameAddress(one: string, other: string): boolean {
  return (
    one === other ||
    (ipaddr.isValid(one) && ipaddr.isValid(other) && ipaddr.process(one).toString() === ipaddr.process(other).toString())
  );
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
  const inner = classifyAddress(
    address
      .toByteArray()
      .slice(embedding.at, embedding.at + 4)
      .join("."),
  );
  return address.isIPv4MappedAddress() || inner === "metadata" || inner === "unusable" ? inner : "private";
}
