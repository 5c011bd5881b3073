/** The bytes of a text in base64 (RFC 4648 section 4), folds in it left out; null where it is none. */
export function bytesOfBase64(text: string): Uint8Array | null {
  const whole = text.replace(/\s+/g, "");
  if (!/^[a-zA-Z0-9+/]*={0,2}$/.test(whole) || whole.length % 4 === 1) return null;
  try {
    return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
  } catch {
    return null; // padding that does not fit its length
  }
}
