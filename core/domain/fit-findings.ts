import type { Finding } from "../posture/finding.ts";

/** The most findings that are kept of a domain, and the characters that all of them have together; one that publishes all there is has a tenth of either. */
export const MOST_FINDINGS = 300;
export const MOST_CHARS = 120_000;

/**
 * The findings of a domain as there is room for them: who publishes more than anybody needs shall not fill our disks. Those past what fits keep what they
 * say and of whom, and lose what shows it.
 */
export function fitFindings(findings: readonly Finding[]): Finding[] {
  let left = MOST_CHARS;
  return findings.slice(0, MOST_FINDINGS).map((each) => {
    left -= JSON.stringify(each).length;
    return left >= 0 ? each : { aspect: each.aspect, code: each.code, subject: each.subject, found: [], detail: null };
  });
}
