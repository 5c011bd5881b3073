import type { CheckResult } from "#core/check/result.ts";
import type { StageReport } from "#core/check/stage.ts";
import type { DomainTarget } from "#core/domain/domain-target.ts";
import { fitFindings } from "#core/domain/fit-findings.ts";
import { joinHosts } from "#core/domain/join-hosts.ts";
import { withPosture } from "#core/domain/with-posture.ts";
import { Deadline } from "#network/deadline.ts";
import { findMailHosts } from "./domain/find-mail-hosts.ts";
import { gatherPosture } from "./domain/gather-posture.ts";
import { meetHosts } from "./domain/meet-hosts.ts";
import { testRefusals } from "./domain/test-refusals.ts";
import { deniedDomain, unmetDomain } from "./domain/unmet-domain.ts";
import type { ProbeOptions } from "./probe.ts";
import { resolverWithin } from "./resolver-within.ts";

/**
 * Looks at all that decides whether mail to and from a domain moves: finds its mail servers, meets each on each of its addresses, and reads
 * what it publishes. Never throws for what a server did. Ends with the time limit at the latest; the farewells may take one more second of it.
 */
export async function probeDomain(target: DomainTarget, options: ProbeOptions): Promise<CheckResult> {
  const { timeLimitMs, now = Date.now } = options;
  const startedAt = now();
  const startedAtMs = performance.now();
  if (options.denied?.hasName(target.host)) return deniedDomain(startedAt);
  const deadline = new Deadline(timeLimitMs);
  try {
    const resolver = resolverWithin(options, deadline);
    const mx = await findMailHosts(target, resolver, options);
    const found: StageReport = { stage: "mx", ms: performance.now() - startedAtMs, reply: null };
    const leftMs = () => deadline.remainingMs();
    const hosts = "hosts" in mx ? mx.hosts : [];
    const meeting = meetHosts(hosts, target, options, leftMs);
    const posture = await gatherPosture({ target, set: mx, met: meeting, resolver, options, now: startedAt, leftMs });
    const met = await meeting;
    const refusals = await testRefusals(hosts, target, options, leftMs);
    const findings = fitFindings([...posture.findings, ...refusals]);
    const result = withPosture("hosts" in mx ? joinHosts(met) : unmetDomain(mx, startedAt), findings);
    return {
      ...result,
      startedAt,
      durationMs: performance.now() - startedAtMs,
      stages: [found, ...result.stages],
      facts: {
        ...result.facts,
        domain: { domain: target.host, mx, findings, asked: resolver.asked, ...(posture.sts && { sts: posture.sts }) },
      },
    };
  } finally {
    deadline.clear();
  }
}
