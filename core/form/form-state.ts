import type { z } from "zod";

/**
 * The state of a form: what was typed, what is wrong with it by field, a sentence about what is wrong with the whole, and a
 * sentence about what was done.
 */
export type FormState = { values: Record<string, string>; errors: Record<string, string>; message?: string; done?: string };

export const EMPTY_FORM: FormState = { values: {}, errors: {} };

/** What was typed, by field. A password is never sent back: name the fields that hold one in `secret`. Files are left out. */
export function typedValues(form: FormData, secret: readonly string[] = []): Record<string, string> {
  const entries = [...form.entries()].filter(([name]) => !name.startsWith("$ACTION") && !secret.includes(name));
  return Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** The first complaint about each field, by the field's name (`a.b` for a nested one). */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) errors[issue.path.join(".")] ??= issue.message;
  return errors;
}

/** What a form sends itself to: a server action, or a function in the browser that ends in one. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;
