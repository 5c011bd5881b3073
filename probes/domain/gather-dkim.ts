import { dkimName, type DkimSeen } from "#core/posture/dkim.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";

/** Looks up the DKIM keys of a domain (RFC 6376 section 3.6.2): those named, for nobody can list them. */
export async function gatherDkim(domain: string, selectors: readonly string[], resolver: Pick<Resolver, "ask">): Promise<DkimSeen> {
  const keys = selectors.map(async (selector) => ({ selector, answer: await resolver.ask(dkimName(selector, domain), "TXT") }));
  return { domain, keys: await Promise.all(keys) };
}
