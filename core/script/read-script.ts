import { isMap, isNode, LineCounter, parseDocument, visit, type Document } from "yaml";
import type { z } from "zod";
import { checkOrder } from "./check-order.ts";
import { checkVariables } from "./check-variables.ts";
import { isTooComplex } from "./is-too-complex.ts";
import { SCRIPT_LIMITS } from "./script-limits.ts";
import type { Complaint, ScriptProblem } from "./script-problem.ts";
import { scriptSchema, type Script } from "./script.ts";

/** A script, or what is wrong with its text: every problem at once, in the order of their lines. */
export type ReadScript = { script: Script; problems: null } | { script: null; problems: ScriptProblem[] };

/** More are not told: whoever mends these sees the next ones. */
const MOST_PROBLEMS = 20;

/** Reads a script from its text (YAML 1.2, one document, without aliases). It never throws for what somebody wrote. */
export function readScript(text: string): ReadScript {
  if (new TextEncoder().encode(text).length > SCRIPT_LIMITS.bytes) return refused("A script has at most 64 KiB of text.");
  if (isTooComplex(text)) return refused("This is nested too deeply, or has too many parts, for a script.");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: "1.2", prettyErrors: false, stringKeys: true });
  const syntax = syntaxProblems(document, lines);
  if (syntax.length > 0) return { script: null, problems: syntax.slice(0, MOST_PROBLEMS) };

  const { data: script, error } = scriptSchema.safeParse(document.toJS());
  const complaints =
    script === undefined
      ? error.issues.flatMap((issue) => complaintsOf(issue, document))
      : [...checkOrder(script), ...checkVariables(script)];
  if (script !== undefined && complaints.length === 0) return { script, problems: null };
  const problems = complaints.map((complaint) => ({ ...complaint, ...placeOf(document, complaint.path, lines) }));
  problems.sort((one, other) => one.line - other.line || one.column - other.column);
  return { script: null, problems: problems.slice(0, MOST_PROBLEMS) };
}

function refused(message: string): ReadScript {
  return { script: null, problems: [{ path: [], line: 1, column: 1, message }] };
}

function syntaxProblems({ errors, warnings, contents }: Document, lines: LineCounter): ScriptProblem[] {
  const problems = [...errors, ...warnings].map(({ message, pos: [start] }) => ({
    path: [],
    ...at(start, lines),
    message: `${message}.`.replace("..", "."),
  }));
  visit(contents, {
    Alias: (_, { range }) => {
      problems.push({ path: [], ...at(range![0], lines), message: "A script has no aliases: write it out." });
    },
  });
  return problems;
}

/** A key that nobody knows is a problem of its own, each. */
function complaintsOf(issue: z.core.$ZodIssue, document: Document): Complaint[] {
  const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: `There is no "${key}" here.` }));
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => ({ path, message }));
  return [{ path, message: document.hasIn(path) ? issue.message : `There is no ${path.at(-1)}.` }];
}

/** Where something stands: what is missing is missing from what it would be part of. */
function placeOf(document: Document, path: Complaint["path"], lines: LineCounter): Pick<ScriptProblem, "line" | "column"> {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1]!;
    const node = isMap(parent)
      ? parent.items.find((pair) => isNode(pair.key) && String(pair.key) === key)?.key
      : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0], lines);
  }
  return at(document.contents?.range?.[0] ?? 0, lines);
}

function at(offset: number, lines: LineCounter): Pick<ScriptProblem, "line" | "column"> {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
