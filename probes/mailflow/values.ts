import type { z } from "zod";
import type { Reason } from "#core/reason/reason.ts";
import { fillTemplate } from "#core/script/fill-template.ts";
import type { Running } from "./running.ts";

/**
 * A text of the script with the values of its variables, held against what may stand there: nothing that a server said gets into a command but as
 * what it is meant for.
 */
export function valueOf(
  { values }: Running,
  what: string,
  text: string,
  schema: z.ZodType<string>,
): { value: string; reason: null } | { value: null; reason: Reason } {
  const { data, error } = schema.safeParse(fillTemplate(text, values));
  return data === undefined ? { value: null, reason: unfit(what, error) } : { value: data, reason: null };
}

/** A value that may not stand where it is used. */
export function unfit(what: string, error: z.ZodError): Reason {
  return { code: "script.value", stage: "script", reply: null, detail: `${what}: ${error.issues[0]!.message}` };
}
