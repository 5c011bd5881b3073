import { asUtf8 } from "./as-utf8.ts";

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text with every control character written out as `\x1b` (or `\u202e`), so that none acts on a terminal, a page or a database. A tab
 * stays, and letters in UTF-8 become letters.
 */
export function writtenOut(text: string): string {
  return controlsWrittenOut(asUtf8(text));
}

/** The same, with letters in UTF-8 left as the bytes that they are. */
export function controlsWrittenOut(text: string): string {
  return text.replace(CONTROL, (character) => {
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16)}`;
  });
}
