import type { Finding } from "./finding.ts";
import { FINDINGS } from "./findings.ts";
import type { Verdict } from "./words/words.ts";

/** What is known to cost something comes before what is not known. */
export const BY_WEIGHT: readonly Verdict[] = ["good", "note", "unknown", "weak", "wrong"];

/** The worst that is said; good where nothing is. */
export function worstVerdict(findings: readonly Pick<Finding, "code">[]): Verdict {
  const weights = findings.map(({ code }) => BY_WEIGHT.indexOf(FINDINGS[code].verdict));
  return BY_WEIGHT[Math.max(0, ...weights)]!;
}
