import { asUtf8 } from "./as-utf8.ts";

/**
 * Control bytes, and the characters that reorder or hide text (Unicode bidi controls, zero-width characters, line and paragraph
 * separators): what a server could use to make a line look like another one.
 */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * Bytes of the wire, decoded as Latin-1, as they can be shown: valid UTF-8 is read as such, everything unseen is written out
 * (`\x1b`, `\u{202e}`). The answer holds no control character.
 */
export function visibleText(latin1: string): string {
  return asUtf8(latin1).replace(UNSEEN, (char) => {
    const code = char.codePointAt(0)!;
    return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}
