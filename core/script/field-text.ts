import type { Written } from "./outline.ts";
import type { StepField } from "./step-forms.ts";

/** What a form writes into a script. */
export type FieldValue = string | number | FieldValue[] | { [key: string]: FieldValue };

/** What a step says at a path, right or wrong; undefined where it says nothing. */
export function valueAt(step: Written, path: readonly string[]): unknown {
  let value: unknown = step;
  for (const key of path) value = isWritten(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
}

/** A value as it stands in the field of a form. */
export function fieldText({ as }: Pick<StepField, "as">, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.map(String).join(as === "lines" ? "\n" : ", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What was typed as the value it stands for; undefined where nothing is wanted. What is wrong is written as it is, for whoever checks it. */
export function fieldValue({ as, isNeeded }: Pick<StepField, "as" | "isNeeded">, typed: string): FieldValue | undefined {
  if (as === "lines") return typed.split("\n").filter((line) => line !== "");
  if (as === "codes" || as === "verdicts") {
    const words = typed.split(/[\s,]+/).filter((word) => word !== "");
    const values = words.map(as === "codes" ? numberOrText : (word) => word);
    return values.length > 1 ? values : values[0];
  }
  if (typed === "" && !isNeeded) return undefined;
  return as === "number" ? numberOrText(typed.trim()) : typed;
}

function numberOrText(typed: string): number | string {
  return /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
}

/** A name with something about it, as a row of a form: a variable with its value, a header field with a pattern. */
export type Pair = { name: string; how: string; text: string };

/** What can be said of a name: of a variable (`values`) and of a header field (`texts`); the first is what a new row says. */
export const PAIR_WORDS = {
  values: { text: "is", fromReply: "is found in the reply by" },
  texts: { matches: "matches", matchesNot: "does not match" },
} as const;

/** The rows of a form for what stands in a script. */
export function pairsOf(value: unknown): Pair[] {
  if (!isWritten(value)) return [];
  return Object.entries(value).flatMap(([name, said]) =>
    isWritten(said)
      ? Object.entries(said).map(([how, text]) => ({ name, how, text: String(text) }))
      : [{ name, how: "text", text: String(said) }],
  );
}

/** What such rows stand for. Rows without a name are not written yet. */
export function pairsValue(pairs: readonly Pair[]): FieldValue | undefined {
  const value: Record<string, FieldValue> = {};
  for (const { name, how, text } of pairs) {
    if (name === "") continue;
    const before = value[name];
    value[name] = how === "text" ? text : { ...(typeof before === "object" && !Array.isArray(before) ? before : {}), [how]: text };
  }
  return Object.keys(value).length === 0 ? undefined : value;
}

function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a step says, in as few words as stand on a line: what people call it, or what it must have, and then the rest. */
export function stepLine(step: Written, fields: readonly StepField[]): string {
  if (typeof step.name === "string") return step.name;
  const parts = fields.flatMap(({ path, as }) => {
    const value = valueAt(step, path);
    if (value === undefined || path[0] === "limit") return [];
    return [isWritten(value) ? Object.keys(value).join(", ") : fieldText({ as }, value).replaceAll("\n", ", ")];
  });
  return parts.filter((part) => part !== "").join(" · ");
}
