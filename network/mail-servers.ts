import { MX_PORT, type MailServer } from "#core/message/mail-route.ts";
import { isLoopbackName } from "#core/monitor/bounds.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { Deadline } from "./deadline.ts";
import { DNS_FAILURE_OF } from "./dns-failure.ts";
import type { AskedServers } from "./dns/dns-servers.ts";
import { resolverAt } from "./dns/resolver-at.ts";
import type { Resolver } from "./dns/resolver-for.ts";
import { resolveHost } from "./resolver.ts";

/** The servers mail passes, the first to be tried first; none where a domain takes no mail (RFC 7505). Or why they could not be looked up. */
export type MailServersFound = { servers: MailServer[] } | { failure: DnsFailure };

/** A domain may have a hundred; senders try a few. */
const MOST_SERVERS = 20;
/** An alias may stand for another. */
const MOST_ALIASES = 3;

/**
 * Looks up through which servers a domain takes its mail (RFC 5321 section 5.1), within `limitMs`: those its MX records name, by preference;
 * without one, the domain itself where it has an address. A server whose addresses cannot be found has none here.
 */
export async function findMailServers(domain: string, asked: AskedServers, limitMs: number): Promise<MailServersFound> {
  const endsAtMs = performance.now() + limitMs;
  const found = await askForExchanges(domain, resolverAt(asked, { limitMs: limitMs / 2 }));
  if ("failure" in found && found.failure !== "nodata") return found;
  const leftMs = () => Math.max(1, endsAtMs - performance.now());
  if ("failure" in found) return findServer({ host: domain, port: MX_PORT }, asked, leftMs());
  const hosts = found.exchanges.filter((host) => host !== "").slice(0, MOST_SERVERS); // the null MX has no name
  return { servers: await Promise.all(hosts.map((host) => describe(host, asked, leftMs()))) };
}

/** Looks up one server by its name, within `limitMs`. */
export async function findServer(
  { host, port }: Pick<MailServer, "host" | "port">,
  asked: AskedServers,
  limitMs: number,
): Promise<MailServersFound> {
  const resolution = await resolveHost(host, { families: ["AAAA", "A"], ...asked }, limitMs);
  if ("failure" in resolution) return { failure: resolution.failure };
  const aliases = resolution.source === "dns" ? await aliasesOf(host, asked, limitMs) : [];
  return { servers: [{ host, port, aliases, addresses: resolution.addresses }] };
}

async function describe(host: string, asked: AskedServers, limitMs: number): Promise<MailServer> {
  const [found, aliases] = await Promise.all([
    resolveHost(host, { families: ["AAAA", "A"], ...asked }, limitMs),
    aliasesOf(host, asked, limitMs),
  ]);
  return { host, port: MX_PORT, aliases, addresses: "failure" in found ? [] : found.addresses };
}

type Exchanges = { exchanges: string[] } | { failure: DnsFailure };

async function askForExchanges(domain: string, resolver: Resolver): Promise<Exchanges> {
  if (isLoopbackName(domain)) return { failure: "nodata" };
  const answer = await resolver.ask(domain, "MX");
  if (answer.outcome !== "found") return { failure: DNS_FAILURE_OF[answer.outcome] };
  const inOrder = answer.records.map(({ data }) => data).toSorted((one, other) => one.preference - other.preference);
  return { exchanges: [...new Set(inOrder.map(({ exchange }) => exchange))] };
}

/** The names a name stands for, one after the other, as far as they can be found out within `limitMs`. */
async function aliasesOf(host: string, { servers }: AskedServers, limitMs: number): Promise<string[]> {
  if (isLoopbackName(host)) return [];
  const resolver = resolverAt({ servers, secondServers: [] });
  const deadline = new Deadline(limitMs);
  const aliases: string[] = [];
  for (let name = host; aliases.length < MOST_ALIASES;) {
    const answer = await resolver.ask(name, "CNAME", deadline);
    if (answer.outcome !== "found") break;
    name = answer.records[0]!.data;
    aliases.push(name);
  }
  deadline.clear();
  return aliases;
}
