import { wordsOf, type Finding } from "./finding.ts";
import { ASPECTS, type Aspect } from "./findings.ts";
import type { Verdict, Words } from "./words/words.ts";

/** From the loudest to the quietest: what costs mail, what could be better, what could not be told, what is worth knowing, what is fine. */
export const BY_LOUDNESS = ["wrong", "weak", "unknown", "note", "good"] as const satisfies readonly Verdict[];

/** A finding with the words for it. */
export type WordedFinding = Finding & { words: Words };

/** What there is to say of one aspect, the loudest finding first, and what it comes to. */
export type AspectRow = { aspect: Aspect; verdict: Verdict; findings: WordedFinding[] };

/** The findings by their aspects, in the order in which these are told. */
export function aspectRows(findings: readonly Finding[]): AspectRow[] {
  return ASPECTS.flatMap((aspect) => {
    const worded = findings
      .filter((each) => each.aspect === aspect)
      .map((each) => ({ ...each, words: wordsOf(each) }))
      .toSorted((one, other) => loudness(one.words.verdict) - loudness(other.words.verdict));
    return worded.length === 0 ? [] : [{ aspect, verdict: verdictOf(worded), findings: worded }];
  });
}

/** How many aspects there are of each verdict: "2 wrong, 3 weak, 7 good". */
export function countsText(rows: readonly AspectRow[]): string {
  return BY_LOUDNESS.flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    if (count === 0) return [];
    return [verdict === "note" ? `${count} to note` : `${count} ${verdict}`];
  }).join(", ");
}

/** The loudest; something worth knowing about what is in order leaves it in order. */
function verdictOf(findings: readonly WordedFinding[]): Verdict {
  const { verdict } = findings[0]!.words;
  return verdict === "note" && findings.some(({ words }) => words.verdict === "good") ? "good" : verdict;
}

function loudness(verdict: Verdict): number {
  return BY_LOUDNESS.indexOf(verdict);
}
