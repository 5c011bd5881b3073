import { finding, orGood, type Finding, type Publish } from "./finding.ts";
import { readSpf, type SpfRecord, type SpfTerm } from "./spf/read-spf.ts";
import { sendsFor } from "./spf/sends-for.ts";
import { placeOf, reachedTerms, type SpfTree } from "./spf/spf-tree.ts";
import { surveySpf, type SpfSurvey, type SpfTrouble } from "./spf/survey-spf.ts";

/** What is known of who may send as a domain. `senders` are the addresses that do. */
export type SpfSeen = { tree: SpfTree; senders: readonly string[] };

const MAX_LOOKUPS = 10;
const MAX_VOIDS = 2;
/** So many terms or names are named in one finding. */
const MAX_NAMED = 5;
/** An answer of 512 bytes holds so much text (RFC 7208 section 3.4). */
const MAX_LENGTH = 450;
/** Shorter prefixes than anybody has for mail alone. */
const WIDE = { ip4: 8, ip6: 19, a: 8, mx: 8 } as const;

/** What there is to say of a domain's SPF (RFC 7208). */
export function spf({ tree, senders }: SpfSeen): Finding[] {
  const { name } = tree;
  const place = placeOf(tree);
  if (place.kind === "untold") return [finding("spf.untold", name, { detail: place.why })];
  if (place.kind === "none") return [finding("spf.absent", name, { publish: record(name, `v=spf1 mx ${ranges(senders)}~all`) })];
  if (place.kind === "several") {
    return [finding("spf.several", name, { found: place.texts, publish: record(name, merged(place.texts)) })];
  }

  const found = [place.text];
  const survey = surveySpf(tree);
  const troubles = [
    ...ofTree(survey, name, found),
    ...ofEnd(place.record, name, place.text),
    ...ofTerms(place.record.terms, name, found),
    ...(place.text.length > MAX_LENGTH ? [finding("spf.long", name, { found, detail: `${place.text.length} characters` })] : []),
  ];
  const good = finding("spf.good", name, { found, detail: `${survey.lookups} of ${MAX_LOOKUPS} lookups` });
  return [...orGood(good, troubles), ...senders.map((sender) => ofSender(tree, sender, place.text))];
}

/** What is wrong with what the record leads to. */
function ofTree({ lookups, costs, voids, troubles }: SpfSurvey, name: string, found: string[]): Finding[] {
  const findings = troubles.map(ofTrouble);
  if (lookups > MAX_LOOKUPS) {
    const dear = costs.toSorted((a, b) => b.lookups - a.lookups).map((each) => `${each.term}: ${each.lookups}`);
    findings.push(finding("spf.lookups", name, { found: [...found, ...dear], detail: `${lookups} lookups` }));
  }
  if (voids.length > MAX_VOIDS)
    findings.push(finding("spf.void-lookups", name, { found, detail: voids.slice(0, MAX_NAMED).join(", ") }));
  return findings;
}

const TROUBLES = {
  syntax: "spf.syntax",
  several: "spf.include-several",
  "include-missing": "spf.include-missing",
  "redirect-missing": "spf.redirect-missing",
  loop: "spf.loop",
  "mx-many": "spf.mx-many",
  untold: "spf.untold",
  "pass-all": "spf.pass-all",
} as const;

function ofTrouble({ kind, at, what, texts }: SpfTrouble): Finding {
  return finding(TROUBLES[kind], at, { found: texts, detail: what });
}

/** What a record says of whoever it does not name. */
function ofEnd(read: SpfRecord, name: string, text: string): Finding[] {
  const found = [text];
  const end = reachedTerms(read).at(-1);
  if (end?.kind !== "all") {
    const isLeftOpen = read.redirect === null && read.problems.length === 0;
    return isLeftOpen ? [finding("spf.no-all", name, { found, publish: record(name, `${text.trimEnd()} ~all`) })] : [];
  }
  const findings: Finding[] = [];
  const softer = record(name, ending(text, end.text));
  if (end.qualifier === "+") findings.push(finding("spf.pass-all", name, { found, detail: end.text, publish: softer }));
  if (end.qualifier === "?") findings.push(finding("spf.neutral-all", name, { found, publish: softer }));
  const [after] = read.terms.slice(read.terms.indexOf(end) + 1);
  if (after !== undefined) findings.push(finding("spf.after-all", name, { found, detail: after.text }));
  if (read.redirect !== null) findings.push(finding("spf.redirect-with-all", name, { found, detail: `redirect=${read.redirect}` }));
  return findings;
}

/** What is wrong with terms by themselves. */
function ofTerms(terms: SpfTerm[], name: string, found: string[]): Finding[] {
  const told = (code: "spf.ptr" | "spf.wide-range", those: SpfTerm[]) => {
    const detail = those.slice(0, MAX_NAMED).map(({ text }) => text);
    return those.length === 0 ? [] : [finding(code, name, { found, detail: detail.join(", ") })];
  };
  return [
    ...told(
      "spf.ptr",
      terms.filter(({ kind }) => kind === "ptr"),
    ),
    ...told("spf.wide-range", terms.filter(isWide)),
  ];
}

function isWide(term: SpfTerm): boolean {
  if (term.qualifier !== "+") return false;
  if (term.kind === "ip4" || term.kind === "ip6") return term.bits < WIDE[term.kind];
  return (term.kind === "a" || term.kind === "mx") && (term.ip4Bits < WIDE[term.kind] || term.ip6Bits < WIDE.ip6);
}

function ofSender(tree: SpfTree, sender: string, text: string): Finding {
  const outcome = sendsFor(tree, sender);
  if (outcome === "pass") return finding("spf.sender-passes", sender, { found: [text] });
  if (outcome === "untold") return finding("spf.sender-untold", sender, { found: [text] });
  return finding("spf.sender-fails", sender, {
    found: [text],
    detail: outcome,
    publish: outcome === "permerror" ? undefined : record(tree.name, text.replace(/^v=spf1 ?/i, `v=spf1 ${ranges([sender])}`)),
  });
}

function record(name: string, value: string): Publish {
  return { name, type: "TXT", value };
}

function ranges(addresses: readonly string[]): string {
  return addresses.map((address) => `${address.includes(":") ? "ip6" : "ip4"}:${address} `).join("");
}

/** The text with a softer end. */
function ending(text: string, all: string): string {
  return text
    .split(" ")
    .map((term) => (term === all ? "~all" : term))
    .join(" ");
}

/** One record of several: what each of them allows, and nobody else. */
function merged(texts: readonly string[]): string {
  const terms = texts.flatMap((text) =>
    readSpf(text)
      .terms.filter(({ kind }) => kind !== "all")
      .map((term) => term.text),
  );
  return ["v=spf1", ...new Set(terms), "~all"].join(" ");
}
