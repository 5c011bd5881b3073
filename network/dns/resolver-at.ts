import { readDnsServers, type AskedServers } from "./dns-servers.ts";
import { resolverFor, type Resolver, type ResolverOptions } from "./resolver-for.ts";

/** A resolver for one run that asks whom the settings name. */
export function resolverAt({ servers, secondServers }: AskedServers, options: Omit<ResolverOptions, "second"> = {}): Resolver {
  const second = secondServers.length === 0 ? {} : { second: readDnsServers(secondServers) };
  return resolverFor(readDnsServers(servers), { ...options, ...second });
}
