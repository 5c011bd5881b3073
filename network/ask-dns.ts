import type { promises as dns, RecordWithTtl } from "node:dns";
import type { DnsAnswer } from "#core/check/result.ts";
import { dnsFailureOf } from "./dns-failure.ts";
import { resolveWithin } from "./resolve-within.ts";

/** With addresses of one family in hand, the other family gets this much longer (RFC 8305 section 3 has 50 ms). */
const OTHER_FAMILY_MS = 500;

/** A name may have thousands of addresses; this many of a family are looked at. */
export const ADDRESSES_KEPT = 50;

/** What came of one question. `detail` says what failed, `left` how many addresses are not looked at. */
export type Answered = DnsAnswer & { detail: string; left: number };

/**
 * Asks `servers` (`address` or `address:port`, the system's where empty) for the addresses of a name, in each family, side by side and
 * afresh. Ends within `limitMs`; what was not answered by then is a timeout.
 */
export async function askDns(
  host: string,
  families: readonly DnsAnswer["type"][],
  servers: readonly string[],
  limitMs: number,
): Promise<Answered[]> {
  return resolveWithin(servers, limitMs, async (resolver) => {
    const lookups = families.map((family) => settle(family, lookUp(resolver, family, host)));
    const first = await Promise.race(lookups);
    const patience = first.failure === null ? setTimeout(() => resolver.cancel(), OTHER_FAMILY_MS) : undefined;
    const answers = await Promise.all(lookups);
    clearTimeout(patience);
    return answers;
  });
}

/** Whether these resolvers answer a question that has nothing to do with any name: who serves the root (RFC 8109). */
export async function knowsTheRoot(servers: readonly string[], limitMs: number): Promise<boolean> {
  return resolveWithin(servers, limitMs, (resolver) =>
    resolver.resolveNs(".").then(
      () => true,
      () => false,
    ),
  );
}

function lookUp(resolver: dns.Resolver, family: DnsAnswer["type"], host: string): Promise<RecordWithTtl[]> {
  return family === "A" ? resolver.resolve4(host, { ttl: true }) : resolver.resolve6(host, { ttl: true });
}

/** An answer without a record is "no such record", also where it names other names that lead nowhere. */
function settle(type: DnsAnswer["type"], lookup: Promise<RecordWithTtl[]>): Promise<Answered> {
  return lookup.then(
    (records) => {
      const addresses = records.slice(0, ADDRESSES_KEPT).map(({ address, ttl }) => ({ address, ttlS: ttl }));
      if (addresses.length === 0) return { type, addresses, failure: "nodata", detail: `${type}: no address`, left: 0 };
      return { type, addresses, failure: null, detail: "", left: records.length - addresses.length };
    },
    (error: NodeJS.ErrnoException) => ({
      type,
      addresses: [],
      failure: dnsFailureOf(error),
      detail: `${type}: ${error.code ?? error.message}`,
      left: 0,
    }),
  );
}
