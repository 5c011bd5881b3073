import type { CertificateProblem } from "./certificate-problem.ts";
import type { IssuerValidity } from "./chain-trust.ts";

const DAY_MS = 86_400_000;

/** From when to when something is valid, as ISO 8601 in UTC. */
type Validity = { notBefore: string; notAfter: string };

/** Whether a certificate has ended, or not begun, at an instant (epoch ms). */
export function dateProblem({ notBefore, notAfter }: Validity, nowMs: number): CertificateProblem | null {
  const lateMs = nowMs - Date.parse(notAfter);
  if (lateMs > 0) return { failure: "expired", detail: `expired ${days(lateMs, "today", "ago")}, on ${dateOf(notAfter)}` };
  if (nowMs < Date.parse(notBefore)) return { failure: "not-yet-valid", detail: `is valid only from ${dateOf(notBefore)} on` };
  return null;
}

/** Whether one of those it was issued by has: a certificate is worth no more than its issuers are. */
export function issuerDateProblem(issuers: readonly IssuerValidity[], nowMs: number): CertificateProblem | null {
  for (const issuer of issuers) {
    const problem = dateProblem(issuer, nowMs);
    if (problem === null) continue;
    const { failure, detail } = problem;
    return { failure, detail: `${detail.replace(/^(expired|is valid)/, "$1 with its issuer")} (${issuer.subject})` };
  }
  return null;
}

/** Whether a certificate that is still valid has less than so many days left. */
export function nearEnd({ notAfter }: Validity, nowMs: number, warnDays: number): CertificateProblem | null {
  const leftMs = Date.parse(notAfter) - nowMs;
  if (leftMs < 0 || leftMs >= warnDays * DAY_MS) return null;
  return { failure: "expiring", detail: `expires ${days(leftMs, "today")}, on ${dateOf(notAfter)}` };
}

function days(ms: number, today: string, ago?: "ago"): string {
  const count = Math.floor(ms / DAY_MS);
  if (count === 0) return today;
  const words = count === 1 ? "1 day" : `${count} days`;
  return ago === undefined ? `in ${words}` : `${words} ago`;
}

function dateOf(instant: string): string {
  return instant.slice(0, 10);
}
