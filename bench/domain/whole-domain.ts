import { domainTargetSchema, type DomainTarget } from "#core/domain/domain-target.ts";

/** A domain that publishes all there is, and five mail servers that are met on two families. */
export const SERVERS = 5;
export const LISTS = 30;

const DKIM_KEY =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsA/Yrx0pQfnGYtVUFhsV3K7X1WmVdFQAkzW0cZm3xHYsKmLyqL4HmKqFZr0RkEYVWmdvUl4JDlGOJpY2aK8zEWVOc8mJBJYpsMqkL3OjqJ3R";

/** The records of a domain as a zone file says them: its mail servers, each at its addresses, and where its policy for TLS is served. */
export function recordsOf(domain: string, servers: readonly (readonly string[])[], policyAt: string | null): string[] {
  return [
    ...servers.flatMap((addresses, at) => {
      const name = `mx${at + 1}.${domain}`;
      return [
        `${domain} MX ${at < 2 ? 10 : 20} ${name}`,
        `_25._tcp.${name} TLSA 3 1 1 ${"ab".repeat(32)}`,
        ...addresses.map((address) => `${name} ${address.includes(":") ? "AAAA" : "A"} ${address}`),
        ...addresses.filter((address) => !address.includes(":")).map((address) => `${reversed(address)}.in-addr.arpa PTR ${name}`),
      ];
    }),
    `${domain} TXT "v=spf1 mx include:one.${domain} include:two.${domain} -all"`,
    `one.${domain} TXT "v=spf1 ip4:192.0.2.0/24 ~all"`,
    `two.${domain} TXT "v=spf1 ip4:198.51.100.0/24 include:three.${domain} ~all"`,
    `three.${domain} TXT "v=spf1 ip4:203.0.113.0/24 ~all"`,
    `_dmarc.${domain} TXT "v=DMARC1; p=reject; rua=mailto:reports@${domain}"`,
    `s1._domainkey.${domain} TXT "v=DKIM1; k=rsa; p=${DKIM_KEY}"`,
    `s2._domainkey.${domain} TXT "v=DKIM1; k=rsa; p="`,
    `_smtp._tls.${domain} TXT "v=TLSRPTv1; rua=mailto:reports@${domain}"`,
    `default._bimi.${domain} TXT "v=BIMI1; l=https://${domain}/logo.svg"`,
    `${domain} CAA 0 issue "ca.example.net"`,
    ...(policyAt === null ? [] : [`_mta-sts.${domain} TXT "v=STSv1; id=20261129"`, `mta-sts.${domain} A ${policyAt}`]),
  ];
}

const reversed = (ipv4: string) => ipv4.split(".").toReversed().join(".");

/** Lists that list nothing but what every list does (RFC 5782 section 5). */
export function listRecords(lists: number): string[] {
  return Array.from({ length: lists }, (_, at) => `2.0.0.127.${listZone(at)} A 127.0.0.2`);
}

export const listZone = (at: number) => `list${at}.bench.test`;

export function domainTarget(domain: string, port: number): DomainTarget {
  return domainTargetSchema.parse({
    kind: "domain",
    host: domain,
    port,
    ehloName: "bench.ehlowatch.test",
    selectors: ["s1", "s2"],
  });
}
