import type { HttpOutcome } from "#network/http-client.ts";
import type { SendOutcome } from "./channel.ts";
import { judgeAnswer } from "./judge-answer.ts";

/** Judges an answer in whose JSON the provider's own words were found; where there are none, the body is its words. */
export function judgeInWords(answer: HttpOutcome, words: string | null | undefined): SendOutcome {
  return judgeAnswer(answer, typeof words === "string" ? { words: () => words } : {});
}
