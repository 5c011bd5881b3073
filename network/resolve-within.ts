import { promises as dns } from "node:dns";

/** How long c-ares waits for one answer before it asks again, in ms; it doubles with each of the tries. */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 3;

/**
 * Lets a resolver without memory, which asks `servers` (`address` or `address:port`; the system's where empty) through c-ares, work for so
 * long; what it has not answered by then it never will (ECANCELLED).
 */
export async function resolveWithin<T>(
  servers: readonly string[],
  limitMs: number,
  work: (resolver: dns.Resolver) => Promise<T>,
): Promise<T> {
  const resolver = freshResolver(servers);
  const limit = setTimeout(() => resolver.cancel(), limitMs);
  try {
    return await work(resolver);
  } finally {
    clearTimeout(limit);
  }
}

function freshResolver(servers: readonly string[]): dns.Resolver {
  const resolver = new dns.Resolver({ timeout: ATTEMPT_MS, tries: ATTEMPTS });
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}
