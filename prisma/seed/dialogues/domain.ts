import type { WalkedPath } from "#core/check/join-paths.ts";
import type { CheckResult } from "#core/check/result.ts";
import { joinHosts, type MetHost } from "#core/domain/join-hosts.ts";
import type { MailHost } from "#core/domain/mx-set.ts";
import { finding, type Finding } from "#core/posture/finding.ts";
import type { Reason } from "#core/reason/reason.ts";
import { dialogue, type SeededDialogue } from "./dialogue.ts";
import { ADDRESSES, facts, factsBefore } from "./facts.ts";
import { bye, failing, hello, reach, secured } from "./parts.ts";

const PORT = 25;
const BACKUP_ADDRESS = "198.51.100.25";
const MX_MS = 14.2;

/** A check of a domain of two mail servers that went well, and whose posture is not what it could be. */
export function goodDomain(domain: string, now: number): SeededDialogue {
  return ofHosts(domain, [preferred(domain, now), { ...backup(domain), paths: [met(backup(domain).name, BACKUP_ADDRESS, now)] }]);
}

/** Checks of a domain that did not go well. */
export const DOMAIN_TROUBLE = {
  backupDead: (domain: string) => {
    const { name } = backup(domain);
    const at = { kind: "smtp", host: name, port: PORT, tls: "starttls" } as const;
    const reason: Reason = { code: "connect.refused", stage: "connect", reply: null, detail: `${BACKUP_ADDRESS} refused`, at };
    const attempts = [{ address: BACKUP_ADDRESS, failure: "refused", ms: 21.3 } as const];
    const seen = { ...factsBefore({ addresses: [BACKUP_ADDRESS] }), address: null, attempts };
    const dead = way(name, BACKUP_ADDRESS, dialogue("down", reason, seen, [failing(reason, 21.3)]));
    return ofHosts(domain, [preferred(domain, Date.now()), { ...backup(domain), paths: [dead] }]);
  },
} satisfies Record<string, (domain: string, now: number) => SeededDialogue>;

type Host = MetHost & { addresses: string[] };

function preferred(domain: string, now: number): Host {
  const name = `mx1.${domain}`;
  const addresses = Object.values(ADDRESSES);
  return { name, preference: 10, addresses, paths: addresses.map((address) => met(name, address, now)) };
}

function backup(domain: string): Omit<Host, "paths"> {
  return { name: `backup.mx.${domain}`, preference: 20, addresses: [BACKUP_ADDRESS] };
}

function met(host: string, address: string, now: number): WalkedPath {
  const words = [...reach(host, PORT, [address]).slice(1), ...hello(host), ...secured(host, now), ...bye];
  return way(host, address, dialogue("up", null, facts(host, now, { addresses: [address] }), words));
}

function way(host: string, address: string, { lines, ...seen }: SeededDialogue): WalkedPath {
  const path = `${host} ${address.includes(":") ? `[${address}]` : address}`;
  const transcript = lines.map((line) => ({ ...line, path }));
  const result: CheckResult = { ...seen, startedAt: 0, durationMs: lines.at(-1)?.atMs ?? 0, transcript };
  return { path, result };
}

function ofHosts(domain: string, hosts: readonly Host[]): SeededDialogue {
  const { transcript, ...joined } = joinHosts(hosts);
  const named = hosts.map(({ name, preference, addresses }): MailHost => {
    const isAlias = name.startsWith("backup.");
    const detail = isAlias ? `relay.hosting.example` : null;
    return { name, preference, addresses, problem: isAlias ? "alias" : null, detail, isSecure: false };
  });
  return {
    ...joined,
    stages: [{ stage: "mx", ms: MX_MS, reply: null }, ...joined.stages],
    facts: {
      ...joined.facts,
      domain: {
        domain,
        mx: { kind: "named", records: hosts.length, isSecure: false, hosts: named },
        findings: postureOf(domain),
        asked: 31,
      },
    },
    lines: transcript,
  };
}

/** One of each verdict, and more than one of some. */
function postureOf(domain: string): Finding[] {
  const spf = `v=spf1 mx include:_spf.hosting.example include:news.example.org ip4:192.0.2.0/24 ~all`;
  const dmarc = `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`;
  const publish = { name: `_dmarc.${domain}`, type: "TXT", value: dmarc.replace("p=none", "p=quarantine") } as const;
  const key = "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAuVxhG1lSTxQ6c0Yd8vU5N1YxkT0yqOeG4m8wJ7gk2gIDAQAB";
  return [
    finding("spf.lookups", domain, { found: [spf, "include:news.example.org", "include:_spf.hosting.example"], detail: "12" }),
    finding("spf.sender-passes", domain, { found: [spf], detail: "192.0.2.25" }),
    finding("dkim.good", `s1._domainkey.${domain}`, { found: [key] }),
    finding("dkim.revoked", `s2._domainkey.${domain}`, { found: ["v=DKIM1; p="] }),
    finding("dkim.untold", `news._domainkey.${domain}`, { detail: "no answer in time" }),
    finding("dmarc.none", `_dmarc.${domain}`, { found: [dmarc], publish }),
    finding("dmarc.no-reports", `_dmarc.${domain}`, { found: [dmarc] }),
  ];
}
