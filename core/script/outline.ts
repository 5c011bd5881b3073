import { isMap, isSeq, type Document } from "yaml";
import { openScript } from "./edit-script.ts";

/** The two lists of steps that a script has. */
export const STEP_LISTS = ["steps", "always"] as const;
export type StepList = (typeof STEP_LISTS)[number];

/** Keys with their values, as they stand in a text, right or wrong. */
export type Written = Record<string, unknown>;

/** A step as it stands in a text; null where it has no keys. Its lines count from 1. */
export type OutlinedStep = { step: Written | null; fromLine: number; toLine: number };

/** What a text says of a script, as far as it is one: enough for a form to show it, whatever is still wrong with it. */
export type Outline = {
  deadline: string;
  servers: { name: string; server: Written }[];
} & Record<StepList, OutlinedStep[]>;

/** Null where the text is no YAML with keys. */
export function outlineOf(text: string): Outline | null {
  const document = openScript(text);
  if (document === null) return null;
  const deadline = document.get("deadline");
  return {
    deadline: typeof deadline === "string" ? deadline : "",
    servers: serversOf(document),
    steps: stepsOf(document, "steps", text),
    always: stepsOf(document, "always", text),
  };
}

/** The names of the secrets that steps ask for, each once; names that are none are left out. */
export function secretsOf(outline: Outline): string[] {
  const names = STEP_LISTS.flatMap((list) => outline[list].map(({ step }) => step?.secret));
  return [...new Set(names.filter((name) => typeof name === "string").filter((name) => /^[a-z][a-z0-9_]{0,31}$/.test(name)))];
}

function serversOf(document: Document.Parsed): Outline["servers"] {
  const servers: unknown = document.get("servers");
  if (!isMap(servers)) return [];
  return servers.items.map(({ key, value }) => ({
    name: String(key),
    server: isMap(value) ? (value.toJS(document) as Written) : {},
  }));
}

function stepsOf(document: Document.Parsed, list: StepList, text: string): OutlinedStep[] {
  const steps: unknown = document.get(list);
  if (!isSeq(steps)) return [];
  return steps.items.map((item) => {
    const [from, to] = (isMap(item) ? item.range : null) ?? [0, 0];
    return {
      step: isMap(item) ? (item.toJS(document) as Written) : null,
      fromLine: lineAt(text, from),
      toLine: lineAt(text, text.slice(0, to).trimEnd().length),
    };
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
