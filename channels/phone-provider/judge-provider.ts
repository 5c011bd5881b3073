import type { HttpOutcome } from "#network/http-client.ts";
import type { SendOutcome } from "../channel.ts";
import { judgeInWords } from "../judge-in-words.ts";

/** What a provider says of a refusal: its own words, and whether it will pass (null where the status alone tells). */
export type Refusal = { words: string | null; passes: boolean | null };

/**
 * What the answer of a provider means where it did not take a text or a call; `used` as much as it would have been where it may have taken it
 * all the same. An answer that says it took it, and not how it calls it, is none of this provider.
 */
export function judgeRefusal(label: string, answer: HttpOutcome, { words, passes }: Refusal, used: number): SendOutcome {
  const judged = judgeInWords(answer, words);
  if (judged.sent) return { sent: false, next: "retry", reason: `Not an answer of ${label}: ${judged.receipt}`, used };
  const next = passes === null ? judged.next : passes ? "retry" : "give-up";
  const isUnsure = !answer.answered && ["timeout", "closed", "protocol"].includes(answer.failure);
  return { ...judged, next, reason: `${label}: ${judged.reason}`, ...(isUnsure && { used }) };
}
