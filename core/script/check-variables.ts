import type { Complaint } from "./script-problem.ts";
import type { Script } from "./script.ts";
import type { Step } from "./step.ts";
import { GIVEN_VARIABLES, variablesIn } from "./template.ts";

/** Finds variables that stand somewhere before they have a value. */
export function checkVariables({ steps, always = [] }: Pick<Script, "steps" | "always">): Complaint[] {
  const known = new Set<string>(GIVEN_VARIABLES);
  return [
    ...steps.map((step, index) => ({ step, path: ["steps", index] })),
    ...always.map((step, index) => ({ step, path: ["always", index] })),
  ].flatMap(({ step, path }) => {
    const complaints = textsOf(step).flatMap(({ key, text }) =>
      variablesIn(text)
        .filter((name) => !known.has(name))
        .map((name) => ({
          path: [...path, ...key],
          message: `The variable ${name} has no value here: set it in an earlier step.`,
        })),
    );
    if ("set" in step) for (const name of Object.keys(step.set)) known.add(name);
    return complaints;
  });
}

/** Each text of a step in which variables may stand. */
function textsOf(step: Step): { key: (string | number)[]; text: string }[] {
  if ("set" in step)
    return Object.entries(step.set).flatMap(([name, value]) =>
      typeof value === "string" ? [{ key: ["set", name], text: value }] : [],
    );
  if ("folders" in step) return step.folders.map((text, index) => ({ key: ["folders", index], text }));
  return (["line", "from", "to", "username", "folder"] as const).flatMap((key) => {
    const text: unknown = key in step ? step[key as keyof Step] : undefined;
    return typeof text === "string" ? [{ key: [key], text }] : [];
  });
}
