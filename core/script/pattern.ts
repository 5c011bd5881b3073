import { RE2JS } from "re2js";
import { z } from "zod";

const MOST_CHARACTERS = 500;

/**
 * A pattern in RE2's syntax: it is matched in time that grows with the text alone, whatever a person writes and a server says, so it has
 * neither back references nor look-around.
 */
export const patternSchema = z
  .string({ error: "A pattern is a text, such as '^2\\.0\\.0'." })
  .min(1, "Enter a pattern.")
  .max(MOST_CHARACTERS, `A pattern has at most ${MOST_CHARACTERS} characters.`)
  .superRefine((pattern, context) => {
    const problem = problemOf(pattern);
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
  });

/** How many capturing groups a pattern has. */
export function groupCount(pattern: string): number {
  return RE2JS.compile(pattern).groupCount();
}

/** Why a pattern cannot be used; null where it can. */
function problemOf(pattern: string): string | null {
  try {
    RE2JS.compile(pattern, RE2JS.MULTILINE);
    return null;
  } catch (error) {
    return `This is no pattern: ${(error as Error).message.replace(/^error parsing regexp: /, "")}.`;
  }
}
