import { wordsOf, type Finding } from "./finding.ts";
import { ASPECTS, type Aspect } from "./findings.ts";
import type { Verdict, Words } from "./words/words.ts";
import { BY_WEIGHT, worstVerdict } from "./worst-verdict.ts";

/** A finding with the words for it. */
export type WordedFinding = Finding & { words: Words };

/** What there is to say of one aspect, the worst finding first, and what it comes to. */
export type AspectRow = { aspect: Aspect; verdict: Verdict; findings: WordedFinding[] };

/** The findings by their aspects, in the order in which these are told. */
export function aspectRows(findings: readonly Finding[]): AspectRow[] {
  return ASPECTS.flatMap((aspect) => {
    const worded = findings
      .filter((each) => each.aspect === aspect)
      .map((each) => ({ ...each, words: wordsOf(each) }))
      .toSorted((one, other) => BY_WEIGHT.indexOf(other.words.verdict) - BY_WEIGHT.indexOf(one.words.verdict));
    return worded.length === 0 ? [] : [{ aspect, verdict: verdictOf(worded), findings: worded }];
  });
}

/** How many aspects there are of each verdict: "2 wrong, 3 weak, 7 good". */
export function countsText(rows: readonly AspectRow[]): string {
  const counts = BY_WEIGHT.toReversed().flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    if (count === 0) return [];
    return [verdict === "note" ? `${count} to note` : `${count} ${verdict}`];
  });
  return counts.join(", ");
}

/** The worst; something worth knowing about what is in order leaves it in order. */
function verdictOf(findings: readonly WordedFinding[]): Verdict {
  const verdict = worstVerdict(findings);
  return verdict === "note" && findings.some(({ words }) => words.verdict === "good") ? "good" : verdict;
}
