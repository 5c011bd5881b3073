/** Where a request goes: `host` without brackets and root dot, as it is looked up and guarded; `authority` as the server is told. */
export type HttpTarget = { isSecure: boolean; host: string; port: number; authority: string; path: string };

const LONGEST = 2_048;

/** White space and control characters, which a URL parser takes out without a word. */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const NOT_IN_A_URL = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/;

/**
 * Reads a URL that a user typed (WHATWG URL): http or https, with a host, without user and password. Addresses in other spellings come out
 * in the usual one, to be judged by it. A sentence where it is not such a URL.
 */
export function readHttpUrl(text: string): HttpTarget | string {
  if (text.length > LONGEST) return `A URL has at most ${LONGEST} characters.`;
  if (NOT_IN_A_URL.test(text) || !URL.canParse(text)) return "This is not a URL.";
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "Only http and https URLs are asked.";
  if (url.username !== "" || url.password !== "") return "A URL with a user name or a password is not asked.";
  const isSecure = url.protocol === "https:";
  return {
    isSecure,
    host: url.hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, ""),
    port: url.port === "" ? (isSecure ? 443 : 80) : Number(url.port),
    authority: url.host,
    path: `${url.pathname}${url.search}`,
  };
}
