import type { DnsAnswer } from "#core/check/result.ts";
import { ADDRESSES_KEPT, type Answered } from "./ask-dns.ts";
import { DNS_FAILURE_OF } from "./dns-failure.ts";
import { resolverAt } from "./dns/resolver-at.ts";
import type { Resolver } from "./dns/resolver-for.ts";

/** What `askDns` does by c-ares, by our own resolver: it asks over HTTPS, too. */
export function askByResolver(
  host: string,
  families: readonly DnsAnswer["type"][],
  servers: readonly string[],
  limitMs: number,
): Promise<Answered[]> {
  const resolver = resolverAt({ servers, secondServers: [] }, { limitMs });
  return Promise.all(families.map((family) => askFamily(resolver, host, family)));
}

/** The same of `knowsTheRoot`. */
export async function resolverKnowsTheRoot(servers: readonly string[], limitMs: number): Promise<boolean> {
  const { outcome } = await resolverAt({ servers, secondServers: [] }, { limitMs }).ask("", "NS");
  return outcome === "found";
}

async function askFamily(resolver: Resolver, host: string, type: DnsAnswer["type"]): Promise<Answered> {
  const answer = await resolver.ask(host, type);
  if (answer.outcome !== "found") {
    const said = "detail" in answer && answer.detail !== null ? ` (${answer.detail})` : "";
    return { type, addresses: [], failure: DNS_FAILURE_OF[answer.outcome], detail: `${type}: ${answer.outcome}${said}`, left: 0 };
  }
  const addresses = answer.records.slice(0, ADDRESSES_KEPT).map(({ data, ttlS }) => ({ address: data, ttlS }));
  return { type, addresses, failure: null, detail: "", left: answer.records.length - addresses.length };
}
