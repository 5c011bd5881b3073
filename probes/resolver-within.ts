import { Deadline } from "#network/deadline.ts";
import { resolverAt } from "#network/dns/resolver-at.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import type { ProbeOptions } from "./probe.ts";

/** A question takes so long at most, in ms, and ends with the check. */
const QUESTION_LIMIT_MS = 8_000;

/** The resolver of one check, none of whose questions goes on after the check's deadline. */
export function resolverWithin(
  { dnsServers, secondDnsServers = [] }: Pick<ProbeOptions, "dnsServers" | "secondDnsServers">,
  deadline: Deadline,
): Pick<Resolver, "ask" | "asked"> {
  const resolver = resolverAt({ servers: dnsServers, secondServers: secondDnsServers });
  return {
    ask: async (name, type) => {
      const limit = new Deadline(Math.min(QUESTION_LIMIT_MS, deadline.remainingMs()));
      try {
        return await resolver.ask(name, type, limit);
      } finally {
        limit.clear();
      }
    },
    get asked() {
      return resolver.asked;
    },
  };
}
