import { MX_PORT, type MailServer } from "#core/message/mail-route.ts";
import { isLoopbackName } from "#core/monitor/bounds.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { dnsFailureOf } from "./dns-failure.ts";
import { resolveWithin } from "./resolve-within.ts";
import { resolveHost, type Question } from "./resolver.ts";

/** Whom to ask: `address` or `address:port`, the system's where empty; `secondServers` are of another network. */
export type AskedServers = Pick<Question, "servers" | "secondServers">;

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
  const found = await askForExchanges(domain, asked, limitMs / 2);
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

async function askForExchanges(domain: string, { servers, secondServers }: AskedServers, limitMs: number): Promise<Exchanges> {
  if (isLoopbackName(domain)) return { failure: "nodata" };
  const first = await exchangesAt(servers, domain, limitMs);
  const isSaid = "exchanges" in first || first.failure === "nxdomain" || first.failure === "nodata";
  return isSaid || secondServers.length === 0 ? first : exchangesAt(secondServers, domain, limitMs);
}

async function exchangesAt(servers: readonly string[], domain: string, limitMs: number): Promise<Exchanges> {
  return resolveWithin(servers, limitMs, (resolver) =>
    resolver.resolveMx(domain).then(
      (records) => {
        const inOrder = records
          .toSorted((a, b) => a.priority - b.priority)
          .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ""));
        return inOrder.length === 0 ? { failure: "nodata" as const } : { exchanges: [...new Set(inOrder)] };
      },
      (error: NodeJS.ErrnoException) => ({ failure: dnsFailureOf(error) }),
    ),
  );
}

/** The names a name stands for, one after the other. */
async function aliasesOf(host: string, { servers }: AskedServers, limitMs: number): Promise<string[]> {
  if (isLoopbackName(host)) return [];
  return resolveWithin(servers, limitMs, async (resolver) => {
    const aliases: string[] = [];
    for (let name = host; aliases.length < MOST_ALIASES;) {
      const [next] = await resolver.resolveCname(name).catch((): string[] => []);
      if (next === undefined) break;
      name = next.toLowerCase();
      aliases.push(name);
    }
    return aliases;
  });
}
