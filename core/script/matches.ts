import { RE2JS } from "re2js";
import type { z } from "zod";
import type { Reply } from "../check/reply.ts";
import type { REPLY_PARTS, textSchema } from "./step-parts.ts";

/** What a text has to hold, and must not, as patterns. */
export type TextExpected = z.infer<typeof textSchema>;

/** What a reply has to be. */
export type ReplyExpected = { code?: z.infer<typeof REPLY_PARTS.code>; text?: TextExpected };

/** Why a text is not as expected, in a sentence; null where it is. In time that grows with the text alone. */
export function textProblem(text: string, { matches, matchesNot }: TextExpected): string | null {
  if (matches !== undefined && !finds(matches, text)) return `It does not match ${matches}`;
  return matchesNot !== undefined && finds(matchesNot, text) ? `It matches ${matchesNot}` : null;
}

/** Why a reply is not as expected, in a sentence; null where it is. Its lines are matched together, with line feeds between them. */
export function replyProblem(reply: Reply<number>, { code, text }: ReplyExpected): string | null {
  const codes = code === undefined ? [] : Array.isArray(code) ? code : [code];
  if (codes.length > 0 && !codes.some((each) => isCode(reply.code, each)))
    return `The reply code is ${reply.code}, expected was ${codes.join(", ")}.`;
  const problem = text === undefined ? null : textProblem(reply.lines.join("\n"), text);
  return problem === null ? null : `${problem}.`;
}

/** What the first group of a pattern finds in a text; null where it finds nothing. */
export function firstGroup(pattern: string, text: string): string | null {
  const matcher = RE2JS.compile(pattern, RE2JS.MULTILINE).matcher(text);
  return matcher.find() ? (matcher.group(1) ?? null) : null;
}

function finds(pattern: string, text: string): boolean {
  return RE2JS.compile(pattern, RE2JS.MULTILINE).matcher(text).find();
}

function isCode(code: number, expected: number | string): boolean {
  return typeof expected === "number" ? code === expected : String(code)[0] === expected[0];
}
