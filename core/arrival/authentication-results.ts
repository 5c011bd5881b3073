import { valuesOf, withoutComments, type HeaderField } from "./header-field.ts";

/** What a receiver makes of a message: how it was authenticated, and what came of it (RFC 8601 section 2.7). */
export type Verdict = { method: string; result: string; properties: Record<string, string> };

/** What one server wrote. `by` is what it calls itself: only of the receiver's own is it known that nobody else wrote it. */
export type AuthenticationResults = { by: string; verdicts: Verdict[] };

/** What servers on the way wrote of how a message was authenticated, the last one first (RFC 8601). What makes no sense is left out. */
export function readAuthenticationResults(fields: readonly HeaderField[]): AuthenticationResults[] {
  return valuesOf(fields, "Authentication-Results").flatMap((value) => {
    const [by = "", ...results] = withoutComments(value)
      .text.split(";")
      .map((part) => part.trim());
    const [name = ""] = by.split(" ", 1);
    return name === "" ? [] : [{ by: name, verdicts: results.flatMap(readVerdict) }];
  });
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
