import type { Absent, Found, Looked, RecordData, RecordType, Unanswered } from "../dns/answer.ts";

/** What was answered, whichever it is: only then is anything known. */
export function isAnswered<T extends RecordType>(looked: Looked<T>): looked is Found<T> | Absent {
  return looked.outcome === "found" || looked.outcome === "nodata" || looked.outcome === "nxdomain";
}

/** What the records say, without aliases that came along; none where there are none. */
export function dataOf<T extends RecordType>(looked: Looked<T>, type: T): RecordData[T][] {
  if (looked.outcome !== "found") return [];
  return looked.records.flatMap((record) => (record.type === type ? [record.data] : []));
}

/** The TXT records that begin as `start` says: others may stand at the same name. */
export function textsOf(looked: Looked<"TXT">, start: RegExp): string[] {
  return dataOf(looked, "TXT").filter((text) => start.test(text));
}

/** Why a question has no answer, in few words. */
export function whyUnanswered({ outcome, detail }: Unanswered): string {
  return detail === null ? WORDS[outcome] : `${WORDS[outcome]}: ${detail}`;
}

const WORDS: Record<Unanswered["outcome"], string> = {
  servfail: "the resolver could not find out (SERVFAIL)",
  bogus: "its DNSSEC signatures do not hold",
  refused: "the resolver refused to answer",
  timeout: "no answer in time",
  malformed: "the answer makes no sense",
  loop: "its aliases lead in a circle",
  "too-large": "the answer is too large",
  unreachable: "no resolver could be reached",
};

/** A name as it is compared: lower case, without the final dot. */
export function asName(text: string): string {
  return text.toLowerCase().replace(/\.$/, "");
}
