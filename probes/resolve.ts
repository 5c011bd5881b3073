import type { DnsAnswer, Facts } from "#core/check/result.ts";
import type { Reason } from "#core/reason/reason.ts";
import { guardAddresses } from "#network/address-guard.ts";
import { resolveHost } from "#network/resolver.ts";
import type { Session } from "#network/session.ts";
import type { ProbeOptions } from "./probe.ts";

/** What is asked for where no family is asked for in particular. */
export const BOTH_FAMILIES: readonly DnsAnswer["type"][] = ["A", "AAAA"];

/**
 * The stage `dns` of every kind: finds the addresses of the target's host in these families. Only those that the address guard lets through
 * get any further. The others are not even named: a resolver of ours may know names that are not for everybody.
 */
export async function resolve(
  session: Session,
  { host, port }: { host: string; port: number },
  families: readonly DnsAnswer["type"][],
  options: ProbeOptions,
  facts: Facts,
): Promise<Reason | null> {
  const question = { families, servers: options.dnsServers, secondServers: options.secondDnsServers ?? [] };
  const resolution = await resolveHost(host, question, session.clock.remainingMs());
  if (resolution.answers.length > 0) facts.dns = resolution.answers;
  if ("failure" in resolution) return { code: `dns.${resolution.failure}`, stage: "dns", reply: null, detail: resolution.detail };

  const { allowed, hasKeptBack, isDenied } = guardAddresses({ host, port }, resolution.addresses, options);
  facts.addresses = allowed;
  if (isDenied) facts.isDenied = true;
  facts.dns = facts.dns?.map((answer) => ({
    ...answer,
    addresses: answer.addresses.filter(({ address }) => allowed.includes(address)),
  }));
  if (allowed.length === 0) return null; // nowhere to connect to, which the next stage says
  resolution.warnings.forEach((warning) => session.warn(warning));
  if (hasKeptBack) session.warn("Some of the addresses may not be watched from here and were passed over.");
  if (resolution.source !== "literal") session.note(`${host} is ${allowed.join(", ")} (${resolution.source})`);
  return null;
}
