import type { CheckResult } from "#core/check/result.ts";
import type { SmtpTarget } from "#core/monitor/monitor.ts";
import { probeSmtp } from "#probes/smtp.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns, type DnsAnswer, type Family } from "#testing/server/play-dns.ts";
import { play } from "#testing/server/play.ts";

/** There is no route to this one, there is to the other, and to the third there is but nobody answers. */
export const NO_ROUTE_V6 = "2a00:1450::1";
const NO_ROUTE_V4 = "8.8.8.8";
const HERE = "127.0.0.1";
export const SWALLOWED = "10.1.1.1";

const NAMES: Record<string, (family: Family) => DnsAnswer> = {
  "v6.example": (family) => (family === "AAAA" ? [NO_ROUTE_V6] : []),
  "v6-and-v4.example": (family) => (family === "AAAA" ? [NO_ROUTE_V6] : [HERE]),
  "v6-and-dead-v4.example": (family) => (family === "AAAA" ? [NO_ROUTE_V6] : ["127.0.0.9"]),
  "nowhere.example": (family) => (family === "AAAA" ? [NO_ROUTE_V6] : [NO_ROUTE_V4]),
};

export async function scene() {
  const server = await play(good, { port: 25 });
  const dns = await playDns((name, family) => NAMES[name]?.(family) ?? "nxdomain");
  const see = (host: string, target: Partial<SmtpTarget> = {}): Promise<CheckResult> =>
    probeSmtp(
      { kind: "smtp", host, port: 25, tls: "none", ehloName: "probe.example", ...target },
      { timeLimitMs: 1_000, dnsServers: [dns.address], allowPrivate: true },
    );
  const outcome = {
    v6: await see("v6.example"),
    v6AndV4: await see("v6-and-v4.example"),
    v6AndDeadV4: await see("v6-and-dead-v4.example"),
    nowhere: await see("nowhere.example"),
    literal: await see(NO_ROUTE_V6),
    both: await see("v6-and-v4.example", { reach: "both" }),
    each: await see("v6-and-v4.example", { reach: "each" }),
    onlyV6: await see("v6-and-v4.example", { reach: "ipv6" }),
    swallowed: await see(SWALLOWED),
  };
  await Promise.all([server.close(), dns.close()]);
  return outcome;
}
