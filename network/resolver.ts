import { promises as dns, type RecordWithTtl } from "node:dns";
import { isIP, isIPv4 } from "node:net";
import type { DnsFailure } from "#core/reason.ts";
import type { DnsAnswer } from "#core/result.ts";
import { addressesInHostsFile } from "./hosts-file.ts";

/** How long c-ares waits for one answer before it asks again; it doubles with each of the tries. */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 3;

/** With addresses of one family in hand, the other family gets this much longer (RFC 8305 section 3 has 50 ms). */
const OTHER_FAMILY_MS = 500;

/** What to ask, and whom: `servers` are `address` or `address:port`, the system's where empty; `secondServers` are of another network. */
export type Question = { families: readonly Family[]; servers: readonly string[]; secondServers: readonly string[] };

/**
 * The addresses of a name, in the order they should be tried, and warnings about a family that did not answer; or why there are
 * none. `detail` is one short sentence of facts. `answers` is what the DNS said, where it was asked.
 */
export type Resolution = { answers: DnsAnswer[] } & (
  | { addresses: string[]; source: "literal" | "localhost" | "hosts file" | "dns"; warnings: string[] }
  | { failure: DnsFailure; detail: string }
);

type Family = DnsAnswer["type"];
type Answer = DnsAnswer & { detail: string };

/**
 * Looks a host up afresh, within `limitMs`. An address literal is its own answer; `localhost` is loopback and never asked for (RFC 6761
 * section 6.3); a name in the hosts file has that address; for anything else a new c-ares resolver asks for A and AAAA side by side. IPv6
 * and IPv4 take turns, IPv6 first (RFC 8305 section 4).
 */
export async function resolveHost(host: string, question: Question, limitMs: number): Promise<Resolution> {
  const known = await withoutDns(host);
  if (known !== null) return ofFamilies(host, known, question.families);
  return combine(host, await ask(host, question, limitMs));
}

type Known = { addresses: string[]; source: "literal" | "localhost" | "hosts file" };

async function withoutDns(host: string): Promise<Known | null> {
  if (isIP(host) !== 0) return { addresses: [host], source: "literal" };
  if (host === "localhost" || host.endsWith(".localhost")) return { addresses: ["127.0.0.1", "::1"], source: "localhost" };
  const written = await addressesInHostsFile(host);
  return written.length === 0 ? null : { addresses: written, source: "hosts file" };
}

function ofFamilies(host: string, { addresses, source }: Known, families: readonly Family[]): Resolution {
  const wanted = addresses.filter((address) => families.includes(isIPv4(address) ? "A" : "AAAA"));
  if (wanted.length > 0) return { answers: [], addresses: wanted, source, warnings: [] };
  return { answers: [], failure: "nodata", detail: `${host} (no address for ${families.join(" or ")})` };
}

async function ask(host: string, { families, servers }: Question, limitMs: number): Promise<Answer[]> {
  const resolver = new dns.Resolver({ timeout: ATTEMPT_MS, tries: ATTEMPTS });
  if (servers.length > 0) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  const lookups = families.map((family) => settle(family, lookUp(resolver, family, host)));
  const limit = setTimeout(cancel, limitMs);
  const first = await Promise.race(lookups);
  const patience = first.failure === null ? setTimeout(cancel, OTHER_FAMILY_MS) : undefined;
  const answers = await Promise.all(lookups);
  clearTimeout(patience);
  clearTimeout(limit);
  return answers;
}

function lookUp(resolver: dns.Resolver, family: Family, host: string): Promise<RecordWithTtl[]> {
  return family === "A" ? resolver.resolve4(host, { ttl: true }) : resolver.resolve6(host, { ttl: true });
}

function settle(type: Family, lookup: Promise<RecordWithTtl[]>): Promise<Answer> {
  return lookup.then(
    (records) => ({ type, addresses: records.map(({ address, ttl }) => ({ address, ttlS: ttl })), failure: null, detail: "" }),
    (error: NodeJS.ErrnoException) => ({
      type,
      addresses: [],
      failure: DNS_ERRORS[error.code ?? ""] ?? "failed",
      detail: `${type}: ${error.code ?? error.message}`,
    }),
  );
}

const DNS_ERRORS: Readonly<Record<string, DnsFailure>> = {
  ENOTFOUND: "nxdomain",
  ENODATA: "nodata",
  ESERVFAIL: "servfail",
  EREFUSED: "refused",
  ETIMEOUT: "timeout",
  ECANCELLED: "timeout",
};

/** A name that does not exist has neither family; beyond that, "no such record" counts only where both families say so. */
const TELLING: readonly DnsFailure[] = ["nxdomain", "timeout", "servfail", "refused", "failed", "nodata"];

function combine(host: string, told: Answer[]): Resolution {
  const answers = told.map(({ type, addresses, failure }) => ({ type, addresses, failure }));
  const found = told.filter(({ failure }) => failure === null);
  const failures = told.filter(({ failure }) => failure !== null);
  if (found.length > 0) {
    const silent = failures.filter(({ failure }) => failure !== "nodata");
    return {
      answers,
      addresses: takeTurns(found.map(({ addresses }) => addresses.map(({ address }) => address))),
      source: "dns",
      warnings: silent.map(({ detail }) => `One address family could not be looked up (${detail}).`),
    };
  }
  const failure = TELLING.find((telling) => failures.some((answer) => answer.failure === telling)) ?? "failed";
  return { answers, failure, detail: `${host} (${failures.map(({ detail }) => detail).join(", ")})` };
}

function takeTurns(families: string[][]): string[] {
  const longest = Math.max(...families.map((addresses) => addresses.length));
  return Array.from({ length: longest }, (_, turn) => families.flatMap((addresses) => addresses.slice(turn, turn + 1))).flat();
}
