import { dmarcNames, type DmarcSeen } from "#core/posture/dmarc.ts";
import { consentsWanted } from "#core/posture/dmarc/report-address.ts";
import { dataOf } from "#core/posture/looked.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";

/** So many destinations of reports are asked whether they take them. */
const MOST_DESTINATIONS = 10;

/** Looks up the DMARC policy of a domain, and whether those who shall get its reports agree (RFC 7489 sections 6.6.3 and 7.1). */
export async function gatherDmarc(domain: string, resolver: Pick<Resolver, "ask">): Promise<DmarcSeen> {
  const policies = await Promise.all(
    dmarcNames(domain).map(async ({ of, name }) => ({ of, answer: await resolver.ask(name, "TXT") })),
  );
  const wanted = policies.flatMap(({ of, answer }) => dataOf(answer, "TXT").flatMap((text) => consentsWanted(of, text)));
  const names = [...new Set(wanted.map(({ name }) => name))].slice(0, MOST_DESTINATIONS);
  const consents = await Promise.all(names.map(async (name) => ({ name, answer: await resolver.ask(name, "TXT") })));
  return { domain, policies, consents };
}
