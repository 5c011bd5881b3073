/** How many tags a monitor or a maintenance may have, and how long each may be, in characters. */
export const MOST_TAGS = 10;
const MOST_TAG_CHARS = 30;

/** The tags somebody typed, or a sentence about what is wrong with them. */
export type ParsedTags = { ok: true; tags: string[] } | { ok: false; error: string };

const TAG = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._:/+-]*[\p{L}\p{M}\p{N}])?$/u;

/** Reads tags separated by commas. They are lower case whatever was typed, and each is there once. */
export function parseTags(text: string): ParsedTags {
  const typed = text.split(",").map((tag) => tag.trim().replaceAll(/ +/g, " ").toLowerCase().normalize("NFC"));
  const tags = [...new Set(typed.filter((tag) => tag !== ""))];
  const long = tags.find((tag) => Array.from(tag).length > MOST_TAG_CHARS);
  if (long !== undefined) return { ok: false, error: `A tag has at most ${MOST_TAG_CHARS} characters.` };
  const odd = tags.find((tag) => !TAG.test(tag));
  if (odd !== undefined) {
    return { ok: false, error: "A tag begins and ends with a letter or digit; between may be spaces and any of . _ : / + -" };
  }
  if (tags.length > MOST_TAGS) return { ok: false, error: `There are at most ${MOST_TAGS} tags.` };
  return { ok: true, tags };
}

/** The tag of an address, as it is stored; null for what cannot be one. */
export function parseTag(text: unknown): string | null {
  if (typeof text !== "string" || text.length > 4 * MOST_TAG_CHARS) return null;
  const parsed = parseTags(text);
  return parsed.ok && parsed.tags.length === 1 ? parsed.tags[0]! : null;
}
