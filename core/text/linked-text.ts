/** A piece of a text: words, or an address that may be followed. */
export type TextPart = { text: string; href?: string };

/** From the scheme to the next blank or sign that no address holds; only the web is linked to, so that nothing runs. */
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
/** What ends a sentence around an address belongs to the sentence. */
const SENTENCE_END = /[.,;:!?)\]]+$/;
/** What could make a text look like another one: control characters, and those that reorder it. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** What a person wrote, in pieces, web addresses as such. A bracket stays in its address where it was opened in it, as in Wikipedia's. */
export function linkedText(written: string): TextPart[] {
  const text = written.replace(UNSEEN, "\u{fffd}");
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutSentenceEnd(match[0]);
    if (!URL.canParse(address)) continue;
    parts.push({ text: text.slice(end, match.index) }, { text: address, href: address });
    end = match.index + address.length;
  }
  parts.push({ text: text.slice(end) });
  return parts.filter((part) => part.text !== "");
}

function withoutSentenceEnd(address: string): string {
  const bare = address.replace(SENTENCE_END, "");
  const isOpen = bare.lastIndexOf("(") > bare.lastIndexOf(")");
  return isOpen && address[bare.length] === ")" ? `${bare})` : bare;
}
