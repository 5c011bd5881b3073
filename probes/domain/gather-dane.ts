import type { MxSet } from "#core/domain/mx-set.ts";
import { tlsaName, type DaneSeen } from "#core/posture/dane.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import type { Met } from "./meet-hosts.ts";

/** Looks up the TLSA records of each mail server (RFC 7672 section 2.2), beside the certificates that it showed. */
export async function gatherDane(
  domain: string,
  mx: MxSet,
  met: Promise<readonly Met[]>,
  resolver: Pick<Resolver, "ask">,
  now: number,
): Promise<DaneSeen> {
  if (!("hosts" in mx)) return { domain, hosts: [], now };
  const answers = await Promise.all(mx.hosts.map(({ name }) => resolver.ask(tlsaName(name), "TLSA")));
  const shown = await met;
  const hosts = mx.hosts.map(({ name, isSecure }, at) => ({
    host: name,
    isMxSecure: mx.isSecure,
    isAddressSecure: isSecure,
    answer: answers[at]!,
    chain: shown.find((each) => each.name === name)?.chain ?? null,
  }));
  return { domain, hosts, now };
}
