/** What a quoted string may hold: printable ASCII (RFC 9051 section 9, QUOTED-CHAR), and nothing that could end the command. */
const QUOTABLE = /^[\x20-\x7e]*$/;

/** Whether a text can be said as a quoted string. */
export function isQuotable(text: string): boolean {
  return QUOTABLE.test(text);
}

/** A text as a quoted string (RFC 9051 section 4.3.1). Throws where it cannot be one, which is our own fault. */
export function quoted(text: string): string {
  if (!isQuotable(text)) throw new Error("Only printable ASCII is ever quoted.");
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
