import type { DnsFailure } from "#core/reason/reason.ts";
import { dnsFailureOf } from "./dns-failure.ts";
import { resolveWithin } from "./resolve-within.ts";

/** The TXT records of a name, each in its pieces, or why there are none. */
export type TxtRecords = { records: string[][] } | { failure: DnsFailure };

/**
 * Looks the TXT records of a name up afresh, at `servers` (`address` or `address:port`; the system's where empty). Ends within `limitMs`; what was
 * not answered by then is a timeout.
 */
export function resolveTxt(name: string, servers: readonly string[], limitMs: number): Promise<TxtRecords> {
  return resolveWithin(servers, limitMs, (resolver) =>
    resolver.resolveTxt(name).then(
      (records) => ({ records }),
      (error: NodeJS.ErrnoException) => ({ failure: dnsFailureOf(error) }),
    ),
  );
}
