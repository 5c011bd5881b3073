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

function asUtf8(latin1: string): string {
  // Notes are ours and may hold any character: only what can be bytes is decoded.
  if (!/[\u0080-\u00ff]/.test(latin1) || /[^\u0000-\u00ff]/.test(latin1)) return latin1; // oxlint-disable-line no-control-regex -- bytes
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(latin1, (char) => char.charCodeAt(0)));
  } catch {
    return latin1; // not UTF-8: Latin-1 is as good a guess as any
  }
}
