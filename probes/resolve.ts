import type { Reason } from "#core/reason.ts";
import type { DnsAnswer, Facts } from "#core/result.ts";
import { resolveHost } from "#network/resolver.ts";
import type { Session } from "#network/session.ts";
import type { ProbeOptions } from "./probe.ts";

/** The stage `dns` of every kind: finds the addresses of the target's host in these families. */
export async function resolve(
  session: Session,
  host: string,
  families: readonly DnsAnswer["type"][],
  { dnsServers, secondDnsServers }: Pick<ProbeOptions, "dnsServers" | "secondDnsServers">,
  facts: Facts,
): Promise<Reason | null> {
  const resolution = await resolveHost(
    host,
    { families, servers: dnsServers, secondServers: secondDnsServers ?? [] },
    session.remainingMs(),
  );
  if (resolution.answers.length > 0) facts.dns = resolution.answers;
  if ("failure" in resolution) return { code: `dns.${resolution.failure}`, stage: "dns", reply: null, detail: resolution.detail };
  facts.addresses = resolution.addresses;
  resolution.warnings.forEach((warning) => session.warn(warning));
  if (resolution.source !== "literal") session.note(`${host} is ${resolution.addresses.join(", ")} (${resolution.source})`);
  return null;
}
