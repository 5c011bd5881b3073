import type { CheckResult } from "#core/check/result.ts";
import { boundsOf } from "#core/monitor/bounds.ts";
import type { ProbeOptions } from "#probes/probe.ts";
import { probeSmtp } from "#probes/smtp.ts";
import { DISGUISED, DRESSED, METADATA, PRIVATE, UNUSABLE } from "#testing/address-corpus.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns, type DnsAnswer, type Family } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";
import { openedConnections } from "./opened-connections.ts";

/** What one check came to, where it connected to, and how many connections the kernel saw it open. */
export type Seen = Pick<CheckResult, "status" | "warnings"> & {
  code: string | null;
  detail: string | null;
  addresses: string[];
  reached: string[];
  opened: number;
};

export const PUBLIC_V4 = "8.8.8.8";
export const PUBLIC_V6 = "2a00:1450::1";
export const OWN = "8.8.4.4";

/** Everything that has to be refused is there and answers on port 25, so that going there would be seen. */
export const INSIDE = ["10.0.0.1", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "fd00::1", "fd00:ec2::254"];

const HOSTED = boundsOf({ isEmbedded: false, ports: undefined, ownAddresses: [OWN] });

const NAMES: Record<string, (family: Family) => DnsAnswer> = {
  "one-bad.example": (family) => (family === "A" ? ["10.0.0.1", PUBLIC_V4] : []),
  "bad-last.example": (family) => (family === "A" ? [PUBLIC_V4, "10.0.0.1"] : []),
  "bad-v6.example": (family) => (family === "A" ? [PUBLIC_V4] : ["fd00::1"]),
  "bad-v4.example": (family) => (family === "A" ? ["192.168.1.1"] : [PUBLIC_V6]),
  "mapped.example": (family) => (family === "A" ? [] : ["::ffff:10.0.0.1", "::1", "64:ff9b::a00:1"]),
  "chain.example": (family) => (family === "A" ? { aliases: ["a.example", "b.example"], addresses: ["10.0.0.1"] } : []),
  "own.example": (family) => (family === "A" ? [OWN] : []),
  "many.example": (family) => (family === "A" ? Array.from({ length: 20 }, (_, at) => `10.0.0.${at}`) : []),
};

export async function scene() {
  const server = await play(good, { host: "::", port: 25 });
  const other = await play(good, { host: "::", port: 8025 });
  const dns = await playDns((name, family) => {
    if (name.endsWith(".inside.example")) {
      const address = INSIDE[Number(name.split(".")[0])]!;
      return address.includes(":") === (family === "AAAA") ? [address] : [];
    }
    return NAMES[name]?.(family) ?? "nxdomain";
  });
  const see = async (host: string, options: Partial<ProbeOptions> = {}, port = 25): Promise<Seen> => {
    const reachedBefore = [server, other].map((each) => each.reached().length);
    const openedBefore = openedConnections();
    const result = await probeSmtp(
      { kind: "smtp", host, port, tls: "none", ehloName: "probe.example" },
      { timeLimitMs: 5_000, dnsServers: [dns.address], ...HOSTED, ...options },
    );
    return {
      status: result.status,
      warnings: result.warnings,
      code: result.reason?.code ?? null,
      detail: result.reason?.detail ?? null,
      addresses: result.facts.addresses,
      reached: [server, other].flatMap((each, at) => each.reached().slice(reachedBefore[at])),
      opened: openedConnections() - openedBefore,
    };
  };
  const seeAll = async (hosts: readonly string[]) => {
    const seen: (Seen & { host: string })[] = [];
    for (const host of hosts) seen.push({ host, ...(await see(host)) });
    return seen;
  };

  const outcome = {
    names: await seeAll(Object.keys(NAMES)),
    inside: await seeAll(INSIDE.map((_, at) => `${at}.inside.example`)),
    literals: await seeAll([...PRIVATE, ...METADATA, ...UNUSABLE, ...INSIDE]),
    disguised: await seeAll([...DISGUISED, ...DRESSED]),
    good: await seeAll([PUBLIC_V4, PUBLIC_V6]),
    closedPort: await see(PUBLIC_V4, {}, 8025),
    openedPort: await see(PUBLIC_V4, { ports: [8025] }, 8025),
    ownUnlisted: await see(OWN, { ownAddresses: new Set() }),
  };
  await Promise.all([server.close(), other.close(), dns.close()]);
  return outcome;
}
