/** Spaces that are not ASCII (RFC 3454, table C.1.2) become ordinary ones, and what is never seen (table B.1) goes. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const UNSEEN = /[\u00ad\u1806\u200b-\u200d\u2060\ufeff]|\u034f|\p{Variation_Selector}/gu;

/**
 * A name or password as SCRAM hashes it (SASLprep, RFC 4013 section 2), so that it is the same however it was typed. What SASLprep
 * prohibits is left in: the server will refuse it.
 */
export function saslPrep(text: string): string {
  return text.replace(SPACES, " ").replace(UNSEEN, "").normalize("NFKC");
}
