import type { DomainTarget } from "#core/domain/domain-target.ts";
import { dkim } from "#core/posture/dkim.ts";
import { dmarc } from "#core/posture/dmarc.ts";
import type { Finding } from "#core/posture/finding.ts";
import { spf } from "#core/posture/spf.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import { gatherDkim } from "./gather-dkim.ts";
import { gatherDmarc } from "./gather-dmarc.ts";
import { gatherSpf } from "./gather-spf.ts";

/** Reads what a domain publishes about its mail, all side by side, and says what there is to say of it. */
export async function gatherPosture(
  { host: domain, selectors, senders }: DomainTarget,
  resolver: Pick<Resolver, "ask">,
): Promise<Finding[]> {
  const [tree, keys, policies] = await Promise.all([
    gatherSpf(domain, resolver),
    gatherDkim(domain, selectors, resolver),
    gatherDmarc(domain, resolver),
  ]);
  return [...spf({ tree, senders }), ...dkim(keys), ...dmarc(policies)];
}
