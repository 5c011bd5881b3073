import type { DomainTarget } from "#core/domain/domain-target.ts";
import type { MxSet } from "#core/domain/mx-set.ts";
import { bimi, bimiName } from "#core/posture/bimi.ts";
import { dane } from "#core/posture/dane.ts";
import { dkim } from "#core/posture/dkim.ts";
import { dmarc, dmarcPolicyOf } from "#core/posture/dmarc.ts";
import { expiry } from "#core/posture/expiry.ts";
import type { Finding } from "#core/posture/finding.ts";
import { mtaSts, stsToKeep, type StsSighting } from "#core/posture/mta-sts.ts";
import { mx } from "#core/posture/mx.ts";
import { spf } from "#core/posture/spf.ts";
import { tlsRpt, tlsRptName } from "#core/posture/tls-rpt.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";
import type { ProbeOptions } from "../probe.ts";
import { gatherDane } from "./gather-dane.ts";
import { gatherDkim } from "./gather-dkim.ts";
import { gatherDmarc } from "./gather-dmarc.ts";
import { gatherExpiry } from "./gather-expiry.ts";
import { gatherMtaSts } from "./gather-mta-sts.ts";
import { gatherSpf } from "./gather-spf.ts";
import { judgeCaa } from "./judge-caa.ts";
import { judgeNames } from "./judge-names.ts";
import type { Met } from "./meet-hosts.ts";

/** What there is to say of what a domain publishes, and what the next look at its policy for TLS compares with. */
export type Posture = { findings: Finding[]; sts: StsSighting | null };

/**
 * What is gathered for: the domain, where its mail goes, and the meeting of its servers, which goes on meanwhile. `now` is epoch milliseconds, `leftMs`
 * what is left of the check's time.
 */
export type Gathering = {
  target: DomainTarget;
  set: MxSet;
  met: Promise<readonly Met[]>;
  resolver: Pick<Resolver, "ask">;
  options: ProbeOptions;
  now: number;
  leftMs: () => number;
};

/** Reads what a domain publishes about its mail, all side by side, and says what there is to say of it. */
export async function gatherPosture(gathering: Gathering): Promise<Posture> {
  const { target, set, met, resolver, options, now, leftMs } = gathering;
  const { host: domain, selectors, senders } = target;
  const policies = gatherDmarc(domain, resolver);
  const sts = gatherMtaSts(domain, met, resolver, options, leftMs);
  const findings = await Promise.all([
    resolver.ask(domain, "MX").then((answer) => mx({ domain, answer, set })),
    gatherSpf(domain, resolver).then((tree) => spf({ tree, senders })),
    gatherDkim(domain, [...selectors, ...(options.selectors ?? [])], resolver).then(dkim),
    policies.then(dmarc),
    sts.then(mtaSts),
    resolver.ask(tlsRptName(domain), "TXT").then((answer) => tlsRpt({ domain, answer })),
    gatherDane(domain, set, met, resolver, now).then(dane),
    judgeNames(target, met, resolver),
    resolver.ask(bimiName(domain), "TXT").then(async (answer) => bimi({ domain, answer, policy: dmarcPolicyOf(await policies) })),
    judgeCaa(met, resolver),
    gatherExpiry(domain, options, leftMs).then((fetched) => expiry({ ...fetched, now })),
  ]);
  return { findings: findings.flat(), sts: stsToKeep(await sts) };
}
