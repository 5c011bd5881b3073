import type { HeaderField } from "./header-field.ts";

/** What is looked at of a header, whose writer may be anybody: so many fields, and so many characters of each. */
const MOST_FIELDS = 500;
const MOST_CHARACTERS = 8_192;

/** The end of a message's header (RFC 5322 section 2.1), whatever its lines end with. */
const END = /\r?\n\r?\n/;

/** Where the header of a message ends, with the line end of its last field; the whole text where nothing comes after it. */
export function headerEnd(text: string): number {
  const end = END.exec(text);
  return end === null ? text.length : end.index;
}

/** The fields of a message (bytes as Latin-1), topmost first, unfolded. What is no field is left out, and what is too long is cut. */
export function readFields(text: string): HeaderField[] {
  const fields: HeaderField[] = [];
  const lines = /[^\n]*\n?/y;
  for (lines.lastIndex = 0; lines.lastIndex < text.length;) {
    const line = lines.exec(text)![0].replace(/\r?\n$/, "");
    if (line === "") break;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last && last.value.length < MOST_CHARACTERS) last.value += line;
      continue;
    }
    if (fields.length === MOST_FIELDS) break;
    const [, name, value] = /^([\x21-\x39\x3b-\x7e]{1,100})[ \t]*:(.*)$/s.exec(line) ?? [];
    if (name !== undefined) fields.push({ name, value: value!.slice(0, MOST_CHARACTERS) });
  }
  return fields.map(({ name, value }) => ({ name, value: value.slice(0, MOST_CHARACTERS).trim() }));
}
