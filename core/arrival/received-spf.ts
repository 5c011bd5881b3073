import type { AuthenticationResults } from "./authentication-results.ts";
import { valuesOf, withoutComments, type HeaderField } from "./header-field.ts";
import { isOneOrganisation } from "./organisation.ts";

/** "Pass (mx.example.com: domain of a@example.org designates 192.0.2.1 as permitted sender) receiver=mx.example.com; …" */
const RESULT = /^\s*(pass|fail|softfail|neutral|none|temperror|permerror)\b/i;
const WRITER = /^\s*([\w.-]+\.[\w.-]+):\s/;

/**
 * What the receiver wrote of SPF in a field of its own (RFC 7208 section 9.1), topmost first; null where it wrote none. `border` is the server at which the
 * message came in: of a field that names somebody else nobody knows who has written it. Exchange puts it below the message's own fields.
 */
export function readReceivedSpf(fields: readonly HeaderField[], border: string | null | undefined): AuthenticationResults | null {
  for (const value of valuesOf(fields, "Received-SPF")) {
    const { text, comments } = withoutComments(value);
    const result = RESULT.exec(value)?.[1];
    const by = WRITER.exec(comments[0] ?? "")?.[1] ?? /\breceiver=([\w.-]+)/i.exec(text)?.[1] ?? null;
    if (result === undefined || (by !== null && border && !isOneOrganisation(by, border))) continue;
    return { by, verdicts: [{ method: "spf", result: result.toLowerCase(), properties: {} }] };
  }
  return null;
}
