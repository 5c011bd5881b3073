import type { Looked } from "../dns/answer.ts";
import type { HostProblem, MailHost, MxSet } from "../domain/mx-set.ts";
import { finding, orGood, type Finding, type Publish } from "./finding.ts";
import { dataOf, whyUnanswered } from "./looked.ts";

/** What is known of where the mail of a domain goes: what stands there, and what came of the names in it. */
export type MxSeen = { domain: string; answer: Looked<"MX">; set: MxSet };

/** What there is to say of a domain's MX records (RFC 5321 section 5.1, RFC 7505). */
export function mx({ domain, answer, set }: MxSeen): Finding[] {
  const records = dataOf(answer, "MX").toSorted((a, b) => a.preference - b.preference);
  const found = records.map(({ preference, exchange }) => `${preference} ${exchange || "."}`);
  switch (set.kind) {
    case "unanswered":
      return [finding("mx.untold", domain, { detail: whyUnanswered(set.failure) })];
    case "none":
      return [finding("mx.none", domain, { publish: recordFor(domain, `mail.${domain}`) })];
    case "null":
      return [finding("mx.null", domain, { found })];
    case "implicit":
      return [
        ...set.hosts.flatMap((host) => ofHost(host, [])),
        finding("mx.implicit", domain, { publish: recordFor(domain, domain) }),
      ];
    case "named": {
      const isNullBeside = records.some(({ exchange }) => exchange === "");
      const findings = [
        ...(isNullBeside ? [finding("mx.null-beside", domain, { found })] : []),
        ...set.hosts.flatMap((host) => ofHost(host, found)),
        ...(set.hosts.length === 1 ? [finding("mx.single", domain, { found })] : []),
      ];
      return orGood(finding("mx.good", domain, { found }), findings);
    }
  }
}

const PROBLEMS = {
  alias: "mx.cname",
  literal: "mx.address",
  loopback: "mx.private",
  "no-such-name": "mx.unresolvable",
  "no-address": "mx.unresolvable",
  unanswered: "mx.host-untold",
} as const satisfies Record<HostProblem, string>;

/** A host that has addresses and none that may be connected to has inner ones only; those are not named. */
function ofHost({ name, addresses, problem, detail }: MailHost, found: string[]): Finding[] {
  if (problem !== null) return [finding(PROBLEMS[problem], name, { found, detail })];
  return addresses.length === 0 ? [finding("mx.private", name, { found })] : [];
}

function recordFor(domain: string, host: string): Publish {
  return { name: domain, type: "MX", value: `10 ${host}` };
}
