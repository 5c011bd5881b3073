import { promises as dns } from "node:dns";
import { isIP } from "node:net";
import type { DnsFailure } from "#core/reason.ts";
import type { Deadline } from "./deadline.ts";
import { addressesInHostsFile } from "./hosts-file.ts";

/** How long c-ares waits for one answer before it asks again; it doubles with each of the tries. */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 3;

/** With addresses of one family in hand, the other family gets this much longer (RFC 8305 section 3 has 50 ms). */
const OTHER_FAMILY_MS = 500;

/**
 * The addresses of a name, in the order they should be tried, and warnings about a family that did not answer; or why there are
 * none. `detail` is one short sentence of facts.
 */
export type Resolution =
  | { addresses: string[]; source: "literal" | "localhost" | "hosts file" | "dns"; warnings: string[] }
  | { failure: DnsFailure; detail: string };

type Family = "A" | "AAAA";
type Answer = { family: Family; addresses: string[] } | { family: Family; failure: DnsFailure; detail: string };

/**
 * Looks a host up afresh. An address literal is its own answer; `localhost` is loopback and never asked for (RFC 6761 section
 * 6.3); a name in the hosts file has that address; for anything else a new c-ares resolver asks `servers` (`address` or
 * `address:port`; the system's where empty) for A and AAAA side by side. IPv6 and IPv4 take turns, IPv6 first (RFC 8305 section 4).
 */
export async function resolveHost(host: string, servers: readonly string[], deadline: Deadline): Promise<Resolution> {
  if (isIP(host) !== 0) return { addresses: [host], source: "literal", warnings: [] };
  if (host === "localhost" || host.endsWith(".localhost")) {
    return { addresses: ["127.0.0.1", "::1"], source: "localhost", warnings: [] };
  }
  const written = await addressesInHostsFile(host);
  if (written.length > 0) return { addresses: written, source: "hosts file", warnings: [] };
  return combine(host, await askBothFamilies(host, servers, deadline));
}

async function askBothFamilies(host: string, servers: readonly string[], deadline: Deadline): Promise<Answer[]> {
  const resolver = new dns.Resolver({ timeout: ATTEMPT_MS, tries: ATTEMPTS });
  if (servers.length > 0) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  const lookups = [settle("AAAA", resolver.resolve6(host)), settle("A", resolver.resolve4(host))];
  const takeBack = deadline.onPass(cancel);
  const first = await Promise.race(lookups);
  const patience = "addresses" in first ? setTimeout(cancel, OTHER_FAMILY_MS) : undefined;
  const answers = await Promise.all(lookups);
  clearTimeout(patience);
  takeBack();
  return answers;
}

function settle(family: Family, lookup: Promise<string[]>): Promise<Answer> {
  return lookup.then(
    (addresses) => ({ family, addresses }),
    (error: NodeJS.ErrnoException) => ({
      family,
      failure: DNS_ERRORS[error.code ?? ""] ?? "failed",
      detail: `${family}: ${error.code ?? error.message}`,
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

function combine(host: string, answers: Answer[]): Resolution {
  const found = answers.flatMap((answer) => ("addresses" in answer ? [answer.addresses] : []));
  const failures = answers.flatMap((answer) => ("failure" in answer ? [answer] : []));
  if (found.length > 0) {
    const silent = failures.filter(({ failure }) => failure !== "nodata");
    return {
      addresses: takeTurns(found),
      source: "dns",
      warnings: silent.map(({ detail }) => `One address family could not be looked up (${detail}).`),
    };
  }
  const failure = TELLING.find((telling) => failures.some((answer) => answer.failure === telling)) ?? "failed";
  return { failure, detail: `${host} (${failures.map(({ detail }) => detail).join(", ")})` };
}

function takeTurns(families: string[][]): string[] {
  const longest = Math.max(...families.map((addresses) => addresses.length));
  return Array.from({ length: longest }, (_, turn) => families.flatMap((addresses) => addresses.slice(turn, turn + 1))).flat();
}
