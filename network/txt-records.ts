import { promises as dns } from "node:dns";
import type { DnsFailure } from "#core/reason.ts";
import { dnsFailureOf } from "./dns-failure.ts";

const ATTEMPT_MS = 1_000;
const ATTEMPTS = 3;

/** The TXT records of a name, each in its pieces, or why there are none. */
export type TxtRecords = { records: string[][] } | { failure: DnsFailure };

/** Looks the TXT records of a name up afresh, at `servers` (`address` or `address:port`; the system's where empty). */
export async function resolveTxt(name: string, servers: readonly string[]): Promise<TxtRecords> {
  const resolver = new dns.Resolver({ timeout: ATTEMPT_MS, tries: ATTEMPTS });
  if (servers.length > 0) resolver.setServers(servers);
  return resolver.resolveTxt(name).then(
    (records) => ({ records }),
    (error: NodeJS.ErrnoException) => ({ failure: dnsFailureOf(error) }),
  );
}
