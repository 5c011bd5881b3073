import { ASPECTS, FINDINGS, type Aspect, type FindingCode } from "./findings.ts";
import type { Words } from "./words/words.ts";

/** A finding as it is explained to everybody. */
export type ExplainedFinding = { code: FindingCode; words: Words };

/** Everything that can be found, by the aspect it is about. What stands for the name, host or address is written as people would. */
export function postureCatalogue(): { aspect: Aspect; findings: ExplainedFinding[] }[] {
  const codes = Object.keys(FINDINGS) as FindingCode[];
  return ASPECTS.map((aspect) => ({
    aspect,
    findings: codes.filter((code) => code.startsWith(`${aspect}.`)).map((code) => ({ code, words: explained(FINDINGS[code]) })),
  })).filter(({ findings }) => findings.length > 0);
}

function explained({ verdict, source, ...sentences }: Words): Words {
  const { says, wanted, why, mend } = sentences;
  return { verdict, source, says: fill(says), wanted: fill(wanted), why: fill(why), mend: fill(mend) };
}

function fill(text: string): string {
  return text.replaceAll("{subject}", "example.com").replaceAll("{detail}", "…");
}
