import type { z } from "zod";
import type { Reason } from "#core/reason/reason.ts";
import { fillTemplate } from "#core/script/fill-template.ts";
import type { Running } from "./running.ts";

const SAYS_A_SECRET = "It would say a password or a piece of one where none belongs.";

/**
 * A text of the script with the values of its variables, held against what may stand there: nothing that a server said gets into a command but as
 * what it is meant for.
 */
export function valueOf(
  running: Running,
  what: string,
  text: string,
  schema: z.ZodType<string>,
): { value: string; reason: null } | { value: null; reason: Reason } {
  const filled = fillTemplate(text, running.values);
  if (filled !== text && holdsSecret(running, filled)) return { value: null, reason: unfitFor(what, SAYS_A_SECRET) };
  const { data, error } = schema.safeParse(filled);
  return data === undefined ? { value: null, reason: unfit(what, error) } : { value: data, reason: null };
}

/** A value that may not stand where it is used. */
export function unfit(what: string, error: z.ZodError): Reason {
  return unfitFor(what, error.issues[0]!.message);
}

/** A server may have said a password back: what a variable holds of it would be said to another one, and kept as a recipient. */
function holdsSecret({ first }: Running, text: string): boolean {
  return first.secrets.takenOutOf(text) !== text;
}

function unfitFor(what: string, why: string): Reason {
  return { code: "script.value", stage: "script", reply: null, detail: `${what}: ${why}` };
}
