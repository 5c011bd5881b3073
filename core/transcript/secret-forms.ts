import { controlsWrittenOut } from "../text/written-out.ts";

/**
 * The ways in which a server may say a secret back, as they stand in a line of the wire (bytes as Latin-1). `plain` can be read by anybody:
 * the secret itself, and percent-encoded as in a URL. `encoded` cannot: base64 in all three alignments in which it can stand inside of
 * something longer, as the password does in PLAIN, and hex.
 */
export type SecretForms = { plain: string[]; encoded: string[] };

/** Every form of a secret that is looked for, each once. */
export function secretForms(secret: string): SecretForms {
  const bytes = asBytes(secret);
  const plain = [secret, bytes, controlsWrittenOut(secret), controlsWrittenOut(bytes), ...percentForms(bytes)];
  const hex = inHex(bytes, "");
  const everyByte = inHex(bytes, "%");
  const base64 = [0, 1, 2].map((shift) => insideBase64(bytes, shift)).concat(btoa(bytes).replace(/=+$/, ""));
  return {
    plain: [...new Set(plain)],
    encoded: [...new Set([...base64, ...base64.map(urlSafe), hex, hex.toUpperCase(), everyByte, everyByte.toUpperCase()])],
  };
}

/** UTF-8, each byte a character. */
function asBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
}

/** The characters of base64 that are of nothing but these bytes, after `shift` bytes of something else (RFC 4648 section 4). */
function insideBase64(bytes: string, shift: number): string {
  return btoa("\0".repeat(shift) + bytes).slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}

/** RFC 4648 section 5. */
function urlSafe(base64: string): string {
  return base64.replaceAll("+", "-").replaceAll("/", "_");
}

function inHex(bytes: string, before: string): string {
  return Array.from(bytes, (byte) => before + byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

/** RFC 3986 section 2: with all that is reserved encoded, or as browsers do it, or as forms do; in either case of hex. */
function percentForms(bytes: string): string[] {
  const encode = (kept: RegExp) => Array.from(bytes, (byte) => (kept.test(byte) ? byte : inHex(byte, "%").toUpperCase())).join("");
  const forms = [encode(/[\w.~-]/), encode(/[\w.~!'()*-]/)];
  return [...forms, ...forms.map((form) => form.replaceAll("%20", "+"))].flatMap((form) => [
    form,
    form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
  ]);
}
