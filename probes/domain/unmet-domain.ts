import { bareResult } from "#core/check/bare-result.ts";
import type { CheckResult } from "#core/check/result.ts";
import type { Unanswered } from "#core/dns/answer.ts";
import type { MxSet } from "#core/domain/mx-set.ts";
import { DENIED } from "#core/monitor/deny-list.ts";
import { whyUnanswered } from "#core/posture/looked.ts";
import type { DnsFailure, Reason } from "#core/reason/reason.ts";

/** What a check comes to where a domain names no server to meet: on purpose, by mistake, or because the DNS gave no answer. */
export function unmetDomain(mx: Exclude<MxSet, { hosts: unknown }>, startedAt: number): CheckResult {
  switch (mx.kind) {
    case "null":
      return {
        ...bareResult(null, startedAt, 0),
        warnings: ["The domain takes no mail, on purpose: it publishes the null MX (RFC 7505)."],
      };
    case "none":
      return bareResult(nowhere(mx.outcome), startedAt, 0);
    case "unanswered":
      return bareResult(
        { code: `dns.${FAILURES[mx.failure.outcome]}`, stage: "dns", reply: null, detail: `MX: ${whyUnanswered(mx.failure)}.` },
        startedAt,
        0,
      );
  }
}

/** What a check comes to where whoever runs the domain does not want it to be watched: nobody is asked anything. */
export function deniedDomain(startedAt: number): CheckResult {
  return bareResult({ code: "connect.blocked", stage: "connect", reply: null, detail: DENIED }, startedAt, 0);
}

function nowhere(outcome: "nodata" | "nxdomain"): Reason {
  if (outcome === "nxdomain") return { code: "dns.nxdomain", stage: "dns", reply: null, detail: "There is no such domain." };
  return { code: "mx.none", stage: "mx", reply: null, detail: "There is neither an MX record nor an address." };
}

const FAILURES: Record<Unanswered["outcome"], DnsFailure> = {
  servfail: "servfail",
  bogus: "servfail",
  refused: "refused",
  timeout: "timeout",
  malformed: "failed",
  loop: "failed",
  "too-large": "failed",
  unreachable: "failed",
};
