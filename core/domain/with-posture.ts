import type { CheckResult } from "../check/result.ts";
import { wordsOf, type Finding } from "../posture/finding.ts";
import type { FindingCode } from "../posture/findings.ts";

/** What makes senders that check TLS hold their mail back, though the server takes mail (RFC 8461 section 5, RFC 7672 section 2.2). */
const REFUSING: readonly FindingCode[] = [
  "mta-sts.mx-uncovered",
  "mta-sts.mx-refused",
  "dane.mismatch",
  "dane.name",
  "dane.expired",
  "dane.bogus",
];

/** A domain whose servers all take mail is degraded nevertheless where what it publishes turns careful senders away from one of them. */
export function withPosture(result: CheckResult, findings: readonly Finding[]): CheckResult {
  const refusing = findings.find(({ code }) => REFUSING.includes(code));
  if (result.status !== "up" || refusing === undefined) return result;
  const { says } = wordsOf(refusing);
  const detail = says.includes(refusing.subject) ? `${says}.` : `${says}: ${refusing.subject}.`;
  return { ...result, status: "degraded", reason: { code: "posture.refusing", stage: "posture", reply: null, detail } };
}
