import type { UnknownWhy } from "./read-listing.ts";

const WORDS: Record<UnknownWhy, string> = {
  typo: "The list says that its zone is misspelled (127.255.255.252).",
  "public-resolver":
    "The list does not answer public resolvers (127.255.255.254). Ask it from a resolver of your own: DNS_SERVERS.",
  "too-many": "The list says that it was asked too often (127.255.255.255).",
  refusal: "The list answers that it does not answer us.",
  rewritten: "The answer is an address that no list gives: a resolver on the way puts one where there is none.",
  code: "The answer is a code that its operator does not explain.",
  refused: "The question was refused.",
  servfail: "The resolver could not find the answer out.",
  timeout: "No answer came in time.",
  unanswered: "Nobody answered, or nothing that is an answer came.",
  "test-missing": "The entry that every list has for tests is not on it: the list is dead, or does not answer us truly.",
  "lists-everything": "The list lists what can be on no list: it lists everything, and is not believed.",
  "no-key": "The list answers only those who have a key.",
};

/** Why a list told nothing, as a sentence. */
export function unknownWords(why: UnknownWhy): string {
  return WORDS[why];
}
