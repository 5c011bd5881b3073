import { promises as dns } from "node:dns";

/** How long c-ares waits for one answer before it asks again, in ms; it doubles with each of the tries. */
const ATTEMPT_MS = 1_000;
const ATTEMPTS = 3;

/** A resolver without memory, which asks `servers` (`address` or `address:port`; the system's where empty) through c-ares. */
export function freshResolver(servers: readonly string[]): dns.Resolver {
  const resolver = new dns.Resolver({ timeout: ATTEMPT_MS, tries: ATTEMPTS });
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}
