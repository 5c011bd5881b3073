import type { DnsFailure } from "#core/reason.ts";
import { dnsFailureOf } from "./dns-failure.ts";
import { freshResolver } from "./fresh-resolver.ts";

/** The TXT records of a name, each in its pieces, or why there are none. */
export type TxtRecords = { records: string[][] } | { failure: DnsFailure };

/** Looks the TXT records of a name up afresh, at `servers` (`address` or `address:port`; the system's where empty). */
export async function resolveTxt(name: string, servers: readonly string[]): Promise<TxtRecords> {
  return freshResolver(servers)
    .resolveTxt(name)
    .then(
      (records) => ({ records }),
      (error: NodeJS.ErrnoException) => ({ failure: dnsFailureOf(error) }),
    );
}
