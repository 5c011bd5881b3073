import type { RecordType } from "#core/dns/answer.ts";
import { domainTargetSchema } from "#core/domain/domain-target.ts";
import type { MailHost } from "#core/domain/mx-set.ts";
import { bimi, bimiName } from "#core/posture/bimi.ts";
import { caa, caaNames } from "#core/posture/caa.ts";
import { dane, tlsaName } from "#core/posture/dane.ts";
import type { Digests, ShownCertificate } from "#core/posture/dane/tlsa-matches.ts";
import { dkim } from "#core/posture/dkim.ts";
import { dmarc, dmarcPolicyOf } from "#core/posture/dmarc.ts";
import { expiry } from "#core/posture/expiry.ts";
import type { Finding } from "#core/posture/finding.ts";
import { dataOf } from "#core/posture/looked.ts";
import { mtaSts } from "#core/posture/mta-sts.ts";
import { mx } from "#core/posture/mx.ts";
import { names, saidName } from "#core/posture/names.ts";
import { reverse, reverseName } from "#core/posture/reverse.ts";
import type { DomainRow, Facts } from "#core/posture/sixty-domains/row.ts";
import { WELL } from "#core/posture/sixty-domains/well.ts";
import { spf } from "#core/posture/spf.ts";
import { tlsRpt, tlsRptName } from "#core/posture/tls-rpt.ts";
import { findMailHosts } from "#probes/domain/find-mail-hosts.ts";
import { gatherDkim } from "#probes/domain/gather-dkim.ts";
import { gatherDmarc } from "#probes/domain/gather-dmarc.ts";
import { gatherSpf } from "#probes/domain/gather-spf.ts";
import { addressesIn, lookIn, type Dns, type Zone } from "./zone.ts";

const DOMAIN = "example.com";
const OURS = "probe.example.net";
const NOW = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** Everything there is to say of a domain made by hand, in the order of the aspects. */
export async function postureOf(row: DomainRow): Promise<Finding[]> {
  const facts: Facts = { ...WELL.facts, ...row.facts };
  const dns: Dns = { zone: zoneOf(row), signed: facts.signed };
  const resolver = { ask: async <T extends RecordType>(name: string, type: T) => ({ ...lookIn(dns, name, type), ms: 0 }) };
  const { selectors, senders } = facts;
  const target = domainTargetSchema.parse({ kind: "domain", host: DOMAIN, ehloName: OURS, selectors, senders });

  const [set, tree, keys, policies] = await Promise.all([
    findMailHosts(target, resolver, { allowPrivate: false }),
    gatherSpf(DOMAIN, resolver),
    gatherDkim(DOMAIN, target.selectors, resolver),
    gatherDmarc(DOMAIN, resolver),
  ]);
  const hosts = "hosts" in set ? set.hosts.filter(({ addresses }) => addresses.length > 0) : [];
  return [
    ...mx({ domain: DOMAIN, answer: lookIn(dns, DOMAIN, "MX"), set }),
    ...spf({ tree, senders: facts.senders }),
    ...dkim(keys),
    ...dmarc(policies),
    ...mtaSts({
      domain: DOMAIN,
      answer: lookIn(dns, `_mta-sts.${DOMAIN}`, "TXT"),
      fetched: facts.policy,
      mx: hosts.map(({ name }) => ({ host: name, tlsTrouble: facts.tlsTrouble[name] ?? null })),
      previous: facts.previous,
    }),
    ...tlsRpt({ domain: DOMAIN, answer: lookIn(dns, tlsRptName(DOMAIN), "TXT") }),
    ...dane({
      domain: DOMAIN,
      now: NOW,
      hosts: hosts.map(({ name, isSecure }) => ({
        host: name,
        isMxSecure: set.kind !== "unanswered" && set.isSecure,
        isAddressSecure: isSecure,
        answer: lookIn(dns, tlsaName(name), "TLSA"),
        chain: chainOf(name, facts),
      })),
    }),
    ...reversesOf(hosts, facts, dns),
    ...hosts.flatMap((host) => namesOf(host, facts, dns)),
    ...bimi({ domain: DOMAIN, answer: lookIn(dns, bimiName(DOMAIN), "TXT"), policy: dmarcPolicyOf(policies) }),
    ...hosts.flatMap(({ name }) =>
      caa({
        host: name,
        answers: caaNames(name).map((each) => ({ name: each, answer: lookIn(dns, each, "CAA") })),
        issuer: facts.issuer,
        isWildcard: false,
      }),
    ),
    ...expiry({ domain: DOMAIN, fetched: facts.rdap, now: NOW }),
  ];
}

function zoneOf({ records = {} }: DomainRow): Zone {
  const all = Object.entries({ ...WELL.zone, ...records });
  return Object.fromEntries(all.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
}

function chainOf(host: string, { keys, daysLeft }: Facts): ShownCertificate[] | null {
  const digit = keys[host];
  if (digit === undefined) return null;
  const digests: Digests = { whole: digit.repeat(20), sha256: digit.repeat(64), sha512: digit.repeat(128) };
  return [{ certificate: digests, publicKey: digests, notAfter: NOW + daysLeft * DAY_MS, names: [host] }];
}

/** Of each address of a mail server, and of each that sends. */
function reversesOf(hosts: readonly MailHost[], { senders }: Facts, dns: Dns): Finding[] {
  const byAddress = new Map<string, string | null>(senders.map((sender) => [sender, null]));
  for (const { name, addresses } of hosts) for (const address of addresses) byAddress.set(address, name);
  return [...byAddress].flatMap(([address, host]) => {
    const answer = lookIn(dns, reverseName(address), "PTR");
    const forward = dataOf(answer, "PTR").map((name) => ({ name, addresses: addressesIn(dns, name) }));
    return reverse({ address, role: senders.includes(address) ? "sender" : "mx", host, answer, forward });
  });
}

function namesOf({ name: host, addresses }: MailHost, { said }: Facts, dns: Dns): Finding[] {
  const { banner, ehlo } = said[host] ?? { banner: `${host} ESMTP`, ehlo: host };
  const name = saidName(ehlo);
  const forward = name === null ? null : { name, addresses: addressesIn(dns, name) };
  return names({ host, address: addresses[0]!, banner, ehlo, ours: OURS, forward });
}
