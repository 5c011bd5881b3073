/** A list of tags as DKIM, DMARC, TLS-RPT and BIMI have them: what each says, in their order, and what is wrong with the text. */
export type TagList = { tags: Map<string, string>; problems: string[] };

/** No record that means well has nearly so many. */
const MAX_TAGS = 50;
const MAX_PROBLEMS = 5;
/** What a value may hold: anything that can be seen, with spaces and folds between (RFC 6376 section 3.2). */
const VALUE = /^[\u0021-\u003a\u003c-\u007e \t\r\n]*$/;
const NAME = /^[a-zA-Z][a-zA-Z0-9_]*$/;

/** Reads "v=DKIM1; k=rsa; p=…" (RFC 6376 section 3.2). Of a tag that stands twice the first one counts, and the list is broken. */
export function readTagList(text: string): TagList {
  const list: TagList = { tags: new Map(), problems: [] };
  const complain = (problem: string) => list.problems.length < MAX_PROBLEMS && list.problems.push(problem);
  const parts = text.split(";", MAX_TAGS + 2);
  if (parts.at(-1)!.trim() === "") parts.pop();
  if (parts.length > MAX_TAGS) complain(`it has more than ${MAX_TAGS} tags`);
  for (const part of parts.slice(0, MAX_TAGS)) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(0, equals)).trim();
    if (!NAME.test(name)) complain(part.trim() === "" ? "there is an empty tag" : `"${part.trim().slice(0, 60)}" is no tag`);
    else if (!VALUE.test(part)) complain(`"${name}=" holds characters that may not be there`);
    else if (list.tags.has(name)) complain(`"${name}=" stands more than once`);
    else list.tags.set(name, part.slice(equals + 1).trim());
  }
  return list;
}

/** A value of several, such as "sha1:sha256", without the space around them. */
export function valuesOf(value: string, separator: ":" | ","): string[] {
  return value.split(separator).map((each) => each.trim());
}

/** The text with a tag as it should be: changed in its place, added at the end, or left out where it is null. */
export function withTag(text: string, name: string, value: string | null): string {
  const parts = text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const at = parts.findIndex((part) => part.split("=", 1)[0]!.trim() === name);
  if (value === null) parts.splice(at, at === -1 ? 0 : 1);
  else parts.splice(at === -1 ? parts.length : at, at === -1 ? 0 : 1, `${name}=${value}`);
  return parts.join("; ");
}
