/**
 * Bytes of the wire, decoded as Latin-1, read as UTF-8 where they are that; any other text as it is. A text of ours may hold any
 * character: only what can be bytes is decoded.
 */
export function asUtf8(latin1: string): string {
  if (!/[\u0080-\u00ff]/.test(latin1) || /[^\u0000-\u00ff]/.test(latin1)) return latin1; // oxlint-disable-line no-control-regex -- bytes
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(latin1, (char) => char.charCodeAt(0)));
  } catch {
    return latin1; // not UTF-8: Latin-1 is as good a guess as any
  }
}
