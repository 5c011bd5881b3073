import type { Looked } from "../../dns/answer.ts";
import { asName, isAnswered, textsOf, whyUnanswered } from "../looked.ts";
import { hasMacro } from "./domain-spec.ts";
import { IS_SPF, readSpf, type SpfRecord, type SpfTerm } from "./read-spf.ts";

/** What hosts a term stands for. `void` is a name that exists not or has no such records; `exchanges` is how many MX there were. */
export type SpfHosts = {
  kind: "a" | "mx" | "exists";
  name: string;
  outcome: "found" | "void" | "untold";
  addresses: string[];
  exchanges: number;
};

/**
 * A record with what it leads to, as it was gathered: the records that include: and redirect= name, and the hosts of a, mx and exists. What has
 * macros, and what leads back to where it came from, is not gathered.
 */
export type SpfTree = { name: string; answer: Looked<"TXT">; includes: SpfTree[]; hosts: SpfHosts[] };

/** What a record wants to have looked up, without what only a message decides. */
export type SpfWanted = { kind: "record" | SpfHosts["kind"]; name: string };

/** The questions one record leads to, in its order and each once. */
export function wantedBy(name: string, text: string): SpfWanted[] {
  const record = readSpf(text);
  const wanted = reachedTerms(record).flatMap((term) => wantedByTerm(name, term));
  const redirect = redirectOf(record);
  if (redirect !== null) wanted.push({ kind: "record", name: redirect });
  const byKey = new Map(wanted.map((each) => [`${each.kind} ${each.name}`, each]));
  return [...byKey.values()].filter((each) => !hasMacro(each.name));
}

function wantedByTerm(name: string, term: SpfTerm): SpfWanted[] {
  if (term.kind === "include") return [{ kind: "record", name: term.domain }];
  if (term.kind === "exists") return [{ kind: "exists", name: term.domain }];
  return term.kind === "a" || term.kind === "mx" ? [{ kind: term.kind, name: term.domain ?? asName(name) }] : [];
}

/** The terms that can be reached: nothing after `all` is (RFC 7208 section 5.1). */
export function reachedTerms({ terms }: SpfRecord): SpfTerm[] {
  const end = terms.findIndex((term) => term.kind === "all");
  return end === -1 ? terms : terms.slice(0, end + 1);
}

/** Where a record sends on, which it does only without `all` (RFC 7208 section 6.1). */
export function redirectOf({ terms, redirect }: SpfRecord): string | null {
  return terms.some((term) => term.kind === "all") ? null : redirect;
}

/** What stands at a place of the tree: its one record, or why there is none to go on with. */
export type SpfPlace =
  | { kind: "record"; text: string; record: SpfRecord }
  | { kind: "none" }
  | { kind: "several"; texts: string[] }
  | { kind: "untold"; why: string };

/** Reads what stands at a place of the tree. */
export function placeOf({ answer }: SpfTree): SpfPlace {
  if (!isAnswered(answer)) return { kind: "untold", why: whyUnanswered(answer) };
  const texts = textsOf(answer, IS_SPF);
  if (texts.length > 1) return { kind: "several", texts };
  return texts[0] === undefined ? { kind: "none" } : { kind: "record", text: texts[0], record: readSpf(texts[0]) };
}

/** The record that an include: or redirect= of a place leads to, where it was gathered. */
export function includedIn(tree: SpfTree, name: string): SpfTree | undefined {
  return tree.includes.find((each) => asName(each.name) === name);
}

/** The hosts that a term of a place stands for, where they were gathered. */
export function hostsIn(tree: SpfTree, kind: SpfHosts["kind"], domain: string | null): SpfHosts | undefined {
  const name = domain ?? asName(tree.name);
  return tree.hosts.find((each) => each.kind === kind && asName(each.name) === name);
}
