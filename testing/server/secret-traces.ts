/** UTF-8 as bytes in Latin-1, as it goes over the wire. */
export const utf8 = (text: string) => Buffer.from(text).toString("latin1");
export const base64 = (text: string) => Buffer.from(text).toString("base64");

/** Who logs in where traces of their secret are looked for. */
export const TRACED_USER = "joe.bloggs@mx.example";

/** A secret as a server may say it, one to a line. */
export function spellings(secret: string): string[] {
  return [
    utf8(secret),
    base64(secret),
    base64(`x${secret}`),
    base64(`xx${secret}`),
    base64(`\0${TRACED_USER}\0${secret}`),
    Buffer.from(secret).toString("base64url"),
    Buffer.from(secret).toString("hex"),
    Buffer.from(secret).toString("hex").toUpperCase(),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replaceAll("%20", "+"),
    quotedPrintable(secret),
    `=?utf-8?q?${quotedPrintable(secret).replaceAll(" ", "_")}?=`,
    Array.from(Buffer.from(secret), (byte) => `=${byte.toString(16).toUpperCase()}`).join(""),
    ...[secret.toLowerCase(), secret.toUpperCase(), caseSwapped(secret)].flatMap((each) => [utf8(each), base64(each)]),
  ];
}

/** RFC 2045 section 6.7. */
function quotedPrintable(text: string): string {
  return utf8(text).replaceAll(/[^ -<>-~]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

function caseSwapped(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => (letter < "a" ? letter.toLowerCase() : letter.toUpperCase()));
}

/**
 * What is left of a secret in all that anybody gets to see: a spelling of it, anything that was said in the login, and anything that was
 * computed for it. Too short to tell anything is what has fewer than eight characters.
 */
export function tracesIn(shown: string, said: readonly string[], secret: string): string[] {
  const decoded = said.map((line) => Buffer.from(line, "base64").toString("latin1"));
  const computed = decoded.flatMap((text) => [/^\S+ ([0-9a-f]{32})$/.exec(text)?.[1], /,p=(.+)$/.exec(text)?.[1]]);
  return [secret, ...spellings(secret), ...said, ...decoded, ...computed]
    .filter((trace) => trace !== undefined && trace.length >= 8)
    .map((trace) => JSON.stringify(trace).slice(1, -1))
    .filter((trace) => shown.includes(trace));
}
