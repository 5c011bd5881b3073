/** NUL and line breaks in percent-encoding: as they are, and in the overlong UTF-8 that a careless decoder takes for them. */
const ENCODED_BREAK = /%(?:(?:c0%|e0%80%|f0%80%80%)8[0ad]|e2%80%a[89]|c2%85|0[0ad])/i;

/** Whether a text is one line to everybody: it has no control character, no line or paragraph separator and no half of a surrogate pair. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u.test(text);
}

/** Whether it stays one line for somebody who decodes it as a URL, which a name or an address has no reason not to. */
export function isOneLineDecoded(text: string): boolean {
  return isOneLine(text) && !ENCODED_BREAK.test(text);
}
