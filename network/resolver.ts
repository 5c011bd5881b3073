import { isIP, isIPv4 } from "node:net";
import type { DnsAnswer } from "#core/check/result.ts";
import { isLoopbackName } from "#core/monitor/bounds.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { askByResolver, resolverKnowsTheRoot } from "./ask-by-resolver.ts";
import { askDns, knowsTheRoot, type Answered } from "./ask-dns.ts";
import { isHttpsServer } from "./dns/dns-servers.ts";
import { addressesInHostsFile } from "./hosts-file.ts";
import { combineAnswers, type Resolution } from "./resolution.ts";

/** What to ask, and whom: `servers` are `address` or `address:port`, or one `https://` URL, the system's where empty; `secondServers` are of another network. */
export type Question = { families: readonly Family[]; servers: readonly string[]; secondServers: readonly string[] };

type Family = DnsAnswer["type"];

/**
 * Looks a host up afresh, within `limitMs`. An address literal is its own answer; `localhost` is loopback and never asked for (RFC 6761
 * section 6.3); a name in the hosts file has that address; for anything else a new c-ares resolver asks for A and AAAA side by side. IPv6
 * and IPv4 take turns, IPv6 first (RFC 8305 section 4). Where there are second servers, the first have half of the time.
 */
export function resolveHost(host: string, question: Question, limitMs: number): Promise<Resolution> {
  if (isIP(host) === 0) return resolveName(host, question, limitMs);
  return Promise.resolve(ofFamilies(host, { addresses: [host], source: "literal" }, question.families));
}

async function resolveName(host: string, question: Question, limitMs: number): Promise<Resolution> {
  const known = await withoutDns(host);
  if (known !== null) return ofFamilies(host, known, question.families);
  const { families, servers, secondServers } = question;
  if (secondServers.length === 0) return combineAnswers(host, await ask(host, families, servers, limitMs));
  const startedAtMs = performance.now();
  const first = combineAnswers(host, await ask(host, families, servers, limitMs / 2));
  if (!("failure" in first) || !isOurOwn(first.failure)) return first;
  return askAgain(host, first, question, limitMs - (performance.now() - startedAtMs));
}

/** Every check asks this, most of them nothing else: c-ares does it for less, and all it cannot do is HTTPS. */
function ask(host: string, families: readonly Family[], servers: readonly string[], limitMs: number): Promise<Answered[]> {
  return isHttps(servers) ? askByResolver(host, families, servers, limitMs) : askDns(host, families, servers, limitMs);
}

function isHttps([server]: readonly string[]): boolean {
  return server !== undefined && isHttpsServer(server);
}

type Known = { addresses: string[]; source: "literal" | "localhost" | "hosts file" };

async function withoutDns(host: string): Promise<Known | null> {
  if (isLoopbackName(host)) return { addresses: ["127.0.0.1", "::1"], source: "localhost" };
  const written = await addressesInHostsFile(host);
  return written.length === 0 ? null : { addresses: written, source: "hosts file" };
}

function ofFamilies(host: string, { addresses, source }: Known, families: readonly Family[]): Resolution {
  const wanted = addresses.filter((address) => families.includes(isIPv4(address) ? "A" : "AAAA"));
  if (wanted.length > 0) return { answers: [], addresses: wanted, source, warnings: [] };
  return { answers: [], failure: "nodata", detail: `${host} (no address for ${families.join(" or ")})` };
}

/** Everything that may be the fault of whom we asked, and not of the name. */
function isOurOwn(failure: DnsFailure): boolean {
  return failure !== "nxdomain" && failure !== "nodata";
}

/**
 * Asks resolvers of another network what the first could not say. What they say is so. Where they cannot say it either, it is the name
 * that is broken, provided that they answer at all: they know the root, whatever is the matter with the name. Where they do not, it may
 * well be our own network, and nothing is known.
 */
async function askAgain(
  host: string,
  first: Extract<Resolution, { failure: DnsFailure }>,
  { families, secondServers }: Question,
  limitMs: number,
): Promise<Resolution> {
  const [answers, isAlive] = await Promise.all([
    ask(host, families, secondServers, limitMs),
    isHttps(secondServers) ? resolverKnowsTheRoot(secondServers, limitMs) : knowsTheRoot(secondServers, limitMs),
  ]);
  const second = combineAnswers(host, answers);
  if (!("failure" in second)) {
    return { ...second, warnings: [`The first resolvers could not look the name up (${first.failure}).`, ...second.warnings] };
  }
  if (!isOurOwn(second.failure)) return second;
  if (!isAlive || first.failure === "failed" || second.failure === "failed") return first;
  return { answers: second.answers, failure: "broken", detail: `${first.detail}; elsewhere ${second.detail}` };
}
