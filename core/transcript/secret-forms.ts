import { controlsWrittenOut } from "../text/written-out.ts";

/**
 * The ways in which a server may say a secret back, as they stand in a line of the wire (bytes as Latin-1). `plain` can be read by anybody:
 * the secret itself, percent-encoded as in a URL, and quoted-printable as in a message. `encoded` cannot: base64 in all three alignments in
 * which it can stand inside of something longer, as the password does in PLAIN, and hex. Each as it is and in other cases; whoever looks for
 * them takes no heed of the case of ASCII letters.
 */
export type SecretForms = { plain: string[]; encoded: string[] };

/** Every form of a secret that is looked for, each once. */
export function secretForms(secret: string): SecretForms {
  const bytes = asBytes(secret);
  const otherCases = [secret.toLowerCase(), secret.toUpperCase(), withCaseSwapped(secret)].filter((each) => each !== secret);
  const otherBytes = [...new Set(otherCases)].map(asBytes);
  const base64 = [bytes, ...otherBytes].flatMap(base64Forms);
  return {
    plain: unique([
      secret,
      bytes,
      controlsWrittenOut(secret),
      controlsWrittenOut(bytes),
      ...percentForms(bytes),
      ...quotedPrintableForms(bytes),
      ...(isAscii(secret) ? [] : otherBytes),
    ]),
    encoded: unique([...base64, ...base64.map(urlSafe), ...["", "%", "="].map((before) => inHex(bytes, before))]),
  };
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function base64Forms(bytes: string): string[] {
  return [0, 1, 2].map((shift) => insideBase64(bytes, shift)).concat(btoa(bytes).replace(/=+$/, ""));
}

function withCaseSwapped(text: string): string {
  return Array.from(text, (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())).join("");
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

const HEX = Array.from({ length: 256 }, (_, code) => code.toString(16).padStart(2, "0"));

function inHex(bytes: string, before: string): string {
  let hex = "";
  for (let at = 0; at < bytes.length; at++) hex += before + HEX[bytes.charCodeAt(at)]!;
  return hex;
}

/** RFC 3986 section 2: with all that is reserved encoded, or as browsers do it, or as forms do. */
function percentForms(bytes: string): string[] {
  const forms = [escaped(bytes, "%", /[^\w.~-]/g), escaped(bytes, "%", /[^\w.~!'()*-]/g)];
  return [...forms, ...forms.map((form) => form.replaceAll("%20", "+"))];
}

/** RFC 2045 section 6.7, of a body; RFC 2047 section 4.2, of a header, where a space may be an underscore. */
function quotedPrintableForms(bytes: string): string[] {
  const forms = [
    escaped(bytes, "=", /[^ -<>-~]/g),
    escaped(bytes, "=", /[^a-z0-9!*+/ -]/gi),
    escaped(bytes, "=", /[^a-z0-9!*+/-]/gi),
  ];
  return [...forms, ...forms.map((form) => form.replaceAll(" ", "_"))];
}

function escaped(bytes: string, before: string, which: RegExp): string {
  return bytes.replace(which, (byte) => before + HEX[byte.charCodeAt(0)]!);
}
