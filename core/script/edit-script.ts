import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type ParsedNode,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { isTooComplex } from "./is-too-complex.ts";

/** Which of the two lists of a script a step stands in, and where. */
type Place = { list: "steps" | "always"; index: number };

/** What a script may hold where a form writes into it: whatever YAML can say. */
type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** A text that can be changed part by part: YAML without mistakes, keys with values on the whole. Null where it is none. */
export function openScript(text: string): Document.Parsed<YAMLMap.Parsed> | null {
  if (isTooComplex(text)) return null;
  const document = parseDocument(text, { version: "1.2", stringKeys: true, prettyErrors: false });
  const isRight = document.errors.length + document.warnings.length === 0 && isMap(document.contents);
  return isRight && !hasAlias(document) ? (document as Document.Parsed<YAMLMap.Parsed>) : null;
}

function hasAlias(document: Document): boolean {
  let isFound = false;
  visit(document, {
    Alias: () => {
      isFound = true;
    },
  });
  return isFound;
}

/**
 * Each function here is a change of a script's text that leaves everything else in it, its comments and its order too; a text that is no
 * YAML comes back as it was.
 */
function edited(text: string, change: (document: Document.Parsed) => void): string {
  const document = openScript(text);
  if (document === null) return text;
  change(document);
  return document.toString({ lineWidth: 0 });
}

/** Writes a value at a path, as in ["steps", 2, "to"]; `undefined` takes it away, and what is empty without it. */
export function setInScript(text: string, path: readonly (string | number)[], value: Value | undefined): string {
  return edited(text, (document) => {
    if (value === undefined) return remove(document, path);
    makeRoom(document, path);
    document.setIn(path, typeof value === "object" ? made(document, value) : value);
  });
}

/** Puts a step in before the one that stands there now. */
export function addStep(text: string, { list, index }: Place, step: Value): string {
  return edited(text, (document) => {
    if (!isSeq(document.get(list))) document.set(list, document.createNode([]));
    const steps = listOf(document, list)!;
    if (steps.items.length === 0) steps.flow = false;
    keepFirstComment(steps);
    steps.items.splice(index, 0, made(document, step) as ParsedNode);
  });
}

/** Moves a step within its list. */
export function moveStep(text: string, { list, index }: Place, to: number): string {
  return edited(text, (document) => {
    const steps = listOf(document, list);
    const isThere = steps !== null && [index, to].every((each) => each >= 0 && each < steps.items.length);
    if (!isThere) return;
    keepFirstComment(steps);
    steps.items.splice(to, 0, ...steps.items.splice(index, 1));
  });
}

/** Takes a step out, with the comment above it. What is always done is no list any more where nothing is left in it. */
export function removeStep(text: string, { list, index }: Place): string {
  return edited(text, (document) => {
    const steps = listOf(document, list);
    if (steps === null) return;
    keepFirstComment(steps);
    steps.items.splice(index, 1);
    if (steps.items.length === 0 && list === "always") document.delete(list);
  });
}

/** Names a server anew, wherever it is named. */
export function renameServer(text: string, from: string, to: string): string {
  return edited(text, (document) => {
    const servers = document.get("servers");
    const pair = isMap(servers) ? servers.items.find(({ key }) => String(key) === from) : undefined;
    if (!isMap(servers) || pair === undefined || servers.has(to) || !isScalar(pair.key)) return;
    pair.key.value = to;
    renameInSteps(document, from, to);
  });
}

function renameInSteps(document: Document.Parsed, from: string, to: string): void {
  for (const list of ["steps", "always"] as const)
    for (const step of (listOf(document, list)?.items ?? []) as Node[])
      if (isMap(step) && step.get("server") === from) step.set("server", to);
}

function listOf(document: Document.Parsed, list: Place["list"]): YAMLSeq<ParsedNode> | null {
  const steps = document.get(list);
  return isSeq<ParsedNode>(steps) ? steps : null;
}

/** The parser takes the comment above the first item for one above the list. It goes where its item goes. */
function keepFirstComment(steps: YAMLSeq<ParsedNode>): void {
  const first = steps.items[0];
  if (!isCollection(first) || steps.commentBefore == null || steps.flow) return;
  first.commentBefore = steps.commentBefore;
  steps.commentBefore = null;
}

/** Makes a map of whatever stands on the way to a key and is none. */
function makeRoom(document: Document.Parsed, path: readonly (string | number)[]): void {
  for (let length = 1; length < path.length; length++) {
    const way = path.slice(0, length);
    const node = document.getIn(way);
    if (!(typeof path[length] === "number" ? isSeq(node) : isMap(node))) document.setIn(way, document.createNode({}));
  }
}

function remove(document: Document.Parsed, path: readonly (string | number)[]): void {
  if (!document.hasIn(path)) return;
  document.deleteIn(path);
  const above = path.slice(0, -1);
  const rest = document.getIn(above);
  if (above.length > 2 && isCollection(rest) && rest.items.length === 0) remove(document, above);
}

/** A part as a person would write it: a list of words on one line. */
function made(document: Document.Parsed, value: Value) {
  const node = document.createNode(value);
  visit(node, {
    Seq: (_, list) => {
      list.flow = list.items.every((item) => !isCollection(item));
    },
  });
  return node as YAMLMap | YAMLSeq;
}
