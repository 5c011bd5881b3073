import { borderOf } from "./client-of.ts";
import { withoutComments, type HeaderField } from "./header-field.ts";
import { readReceivedSpf } from "./received-spf.ts";

/** What a receiver makes of a message: how it was authenticated, and what came of it (RFC 8601 section 2.7). */
export type Verdict = { method: string; result: string; properties: Record<string, string> };

/**
 * What one server wrote. `by` is what it calls itself, null where it does not say (Microsoft's do not): only of the receiver's own is it known that nobody
 * else wrote it. `isBefore` where it was in the message already when it came to the receiver, whoever it claims to be by.
 */
export type AuthenticationResults = { by: string | null; verdicts: Verdict[]; isBefore?: true };

/**
 * What servers on the way wrote of how a message was authenticated, the last one first (RFC 8601), and SPF where only Received-SPF tells of it (RFC 7208
 * section 9.1). What makes no sense is left out.
 */
export function readAuthenticationResults(fields: readonly HeaderField[]): AuthenticationResults[] {
  const border = borderOf(fields);
  const before = border === null ? -1 : fields.findIndex(({ name }, index) => index > border.index && /^received$/i.test(name));
  const written = fields.flatMap(({ name, value }, index) => {
    if (name.toLowerCase() !== "authentication-results") return [];
    const results = readResults(value);
    if (results === null) return [];
    return [before !== -1 && index > before ? { ...results, isBefore: true as const } : results];
  });
  const ours = written.filter(({ isBefore }) => !isBefore);
  const spf = ours.some(({ verdicts }) => verdicts.some(({ method }) => method === "spf"))
    ? null
    : readReceivedSpf(fields, border?.by);
  return spf === null ? written : [...ours, spf, ...written.filter(({ isBefore }) => isBefore)];
}

/** The first part is what the server calls itself; where it is a verdict already, the server has no name. */
function readResults(value: string): AuthenticationResults | null {
  const parts = withoutComments(value)
    .text.split(";")
    .map((part) => part.trim());
  if (readVerdict(parts[0]!).length > 0) return { by: null, verdicts: parts.flatMap(readVerdict) };
  const [name = ""] = parts[0]!.split(" ", 1);
  return name === "" ? null : { by: name, verdicts: parts.slice(1).flatMap(readVerdict) };
}

/** Reads "spf=pass smtp.mailfrom=a@example.com"; "none" says that nothing was looked at. */
function readVerdict(text: string): Verdict[] {
  const [verdict = "", ...properties] = text.replace(/\s*=\s*/g, "=").match(/[^\s"]+(?:"[^"]*")?/g) ?? [];
  const [, method, result] = /^([a-z][a-z0-9-]*)(?:\/\d+)?=([a-z]+)$/i.exec(verdict) ?? [];
  if (method === undefined || result === undefined) return [];
  return [
    {
      method: method.toLowerCase(),
      result: result.toLowerCase(),
      properties: Object.fromEntries(properties.flatMap(readProperty)),
    },
  ];
}

function readProperty(text: string): [string, string][] {
  const at = text.indexOf("=");
  return at < 1 ? [] : [[text.slice(0, at).toLowerCase(), text.slice(at + 1).replace(/^"(.*)"$/, "$1")]];
}
