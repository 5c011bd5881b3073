import type { Script } from "./script.ts";

/** The names of the secrets that a script uses, each once, in the order in which it does. */
export function secretsIn({ steps, always = [] }: Pick<Script, "steps" | "always">): string[] {
  return [...new Set([...steps, ...always].flatMap((step) => ("secret" in step ? [step.secret] : [])))];
}
