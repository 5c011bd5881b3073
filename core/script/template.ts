import { z } from "zod";
import { isOneLine } from "../text/is-one-line.ts";

/** `${name}` stands for a variable, `$${` for itself. */
export const REFERENCE = /\$(\$)?\{([^}]*)\}/g;

const NAME = /^[a-z][a-z0-9_]{0,31}$/;

/** The name of a server, a secret or a variable within its script. */
export const labelSchema = z.string().regex(NAME, "A name has small letters, digits and _, and begins with a letter.");

/** The variables that every run has: its unique token, and the address at which we receive mail for this monitor. */
export const GIVEN_VARIABLES = ["token", "inbound"] as const;

/**
 * One line of text in which variables may stand. `literal` is what the text has to be where it has none; with variables nobody can tell before
 * they have their values.
 */
export function templateSchema(literal: z.ZodType<string>, mostCharacters: number) {
  return z
    .string({ error: "Enter a text." })
    .max(mostCharacters, `This has at most ${mostCharacters} characters.`)
    .refine(isOneLine, { error: "This has no line breaks and no control characters.", abort: true })
    .superRefine((text, context) => {
      const names = variablesIn(text);
      for (const name of names.filter((each) => !NAME.test(each)))
        context.addIssue({
          code: "custom",
          message: `"${name}" is no name of a variable. Write $\${ for a dollar sign and a brace.`,
        });
      if (names.length > 0) return;
      for (const { message } of literal.safeParse(text.replaceAll("$${", "${")).error?.issues ?? [])
        context.addIssue({ code: "custom", message });
    });
}

/** The names of the variables in a text, in their order. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, escaped, name]) => (escaped === undefined ? [name!] : []));
}
