import { hasMacro } from "./domain-spec.ts";
import type { SpfTerm } from "./read-spf.ts";
import { hostsIn, includedIn, placeOf, reachedTerms, redirectOf, type SpfTree } from "./spf-tree.ts";

/** What is wrong at a place of the tree: `at` is whose record, `what` the term or what is said of it. */
export type SpfTrouble = {
  kind: "syntax" | "several" | "include-missing" | "redirect-missing" | "loop" | "mx-many" | "untold" | "pass-all";
  at: string;
  what: string;
  texts: string[];
};

/**
 * What a whole tree needs and holds: terms that need a lookup, with those of each term of the first record; names that came back empty; what is
 * wrong anywhere in it.
 */
export type SpfSurvey = { lookups: number; costs: { term: string; lookups: number }[]; voids: string[]; troubles: SpfTrouble[] };

/** Whoever counts this far has seen enough: the tenth was the last that works. */
const MAX_LOOKUPS = 200;
/** A tree deeper than lookups are allowed is broken already. */
const MAX_DEPTH = 12;

/** Counts through a tree what the worst message would have a receiver look up (RFC 7208 section 4.6.4). */
export function surveySpf(tree: SpfTree): SpfSurvey {
  const survey: SpfSurvey = { lookups: 0, costs: [], voids: [], troubles: [] };
  visit(tree, [tree.name], survey);
  return survey;
}

function visit(tree: SpfTree, path: readonly string[], survey: SpfSurvey): void {
  const place = placeOf(tree);
  if (place.kind !== "record") return;
  const trouble = (kind: SpfTrouble["kind"], what: string, texts = [place.text]) => {
    const isNew = !survey.troubles.some((each) => each.kind === kind && each.at === tree.name && each.what === what);
    if (isNew) survey.troubles.push({ kind, at: tree.name, what, texts });
  };
  for (const problem of place.record.problems) trouble("syntax", problem);

  for (const term of reachedTerms(place.record)) {
    if (survey.lookups >= MAX_LOOKUPS) return;
    const before = survey.lookups;
    countTerm(term);
    if (path.length === 1 && survey.lookups > before) survey.costs.push({ term: term.text, lookups: survey.lookups - before });
  }
  const redirect = redirectOf(place.record);
  if (redirect === null || survey.lookups >= MAX_LOOKUPS) return;
  const before = survey.lookups++;
  follow(redirect, `redirect=${redirect}`, "redirect-missing");
  if (path.length === 1) survey.costs.push({ term: `redirect=${redirect}`, lookups: survey.lookups - before });

  function countTerm(term: SpfTerm) {
    if (term.kind === "all" && term.qualifier === "+" && path.length > 1) trouble("pass-all", term.text);
    if (term.kind === "all" || term.kind === "ip4" || term.kind === "ip6") return;
    survey.lookups++;
    if (term.kind === "include") return follow(term.domain, term.text, "include-missing");
    if (term.kind === "ptr") return;
    const hosts = hostsIn(tree, term.kind, term.domain);
    if (hosts?.outcome === "void") survey.voids.push(hosts.name);
    if (hosts?.outcome === "untold") trouble("untold", `${term.text} could not be looked up`);
    if (hosts !== undefined && hosts.exchanges > 10) trouble("mx-many", term.text);
  }

  function follow(name: string, term: string, missing: "include-missing" | "redirect-missing") {
    if (path.includes(name)) return trouble("loop", term);
    const next = hasMacro(name) ? undefined : includedIn(tree, name);
    if (next === undefined || path.length >= MAX_DEPTH) return;
    const there = placeOf(next);
    if (next.answer.outcome === "nodata" || next.answer.outcome === "nxdomain") survey.voids.push(name);
    if (there.kind === "none") trouble(missing, term);
    if (there.kind === "untold") trouble("untold", `${name}: ${there.why}`);
    if (there.kind === "several") survey.troubles.push({ kind: "several", at: name, what: term, texts: there.texts });
    visit(next, [...path, name], survey);
  }
}
