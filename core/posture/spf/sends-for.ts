import ipaddr from "ipaddr.js";
import { hasMacro } from "./domain-spec.ts";
import type { Qualifier, SpfTerm } from "./read-spf.ts";
import { hostsIn, includedIn, placeOf, reachedTerms, redirectOf, type SpfTree } from "./spf-tree.ts";

/** What a receiver makes of an address (RFC 7208 section 2.6). `untold` is what only a message decides, or what could not be looked up. */
export type SpfOutcome = "pass" | "fail" | "softfail" | "neutral" | "none" | "permerror" | "untold";

const OUTCOMES: Record<Qualifier, SpfOutcome> = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" };

const MAX_LOOKUPS = 10;
const MAX_VOIDS = 2;

type Address = ReturnType<typeof ipaddr.process>;
type Matched = boolean | "permerror" | "untold";
type Spent = { lookups: number; voids: number };

/** What a receiver makes of mail from an address (a literal) over a gathered tree, the limits of section 4.6.4 held. */
export function sendsFor(tree: SpfTree, address: string): SpfOutcome {
  return evaluate(tree, ipaddr.process(address), { lookups: 0, voids: 0 });
}

function evaluate(tree: SpfTree, address: Address, spent: Spent): SpfOutcome {
  const place = placeOf(tree);
  if (place.kind === "untold") return "untold";
  if (place.kind === "none") return "none";
  if (place.kind === "several" || place.record.problems.length > 0) return "permerror";

  const possible = new Set<SpfOutcome>(); // what it would be already, if a term matched of which that cannot be told
  const decide = (outcome: SpfOutcome) => ([...possible].every((each) => each === outcome) ? outcome : "untold");
  for (const term of reachedTerms(place.record)) {
    const matched = matches(term, tree, address, spent);
    if (matched === "permerror") return decide("permerror");
    if (matched === "untold") possible.add(OUTCOMES[term.qualifier]);
    if (matched === true) return decide(OUTCOMES[term.qualifier]);
  }
  const redirect = redirectOf(place.record);
  if (redirect === null) return decide("neutral");
  const outcome = evaluateAt(redirect, tree, address, spent);
  return decide(outcome === "none" ? "permerror" : outcome);
}

/** What the record at another name makes of an address; one that was not gathered is not known. */
function evaluateAt(name: string, from: SpfTree, address: Address, spent: Spent): SpfOutcome {
  if (++spent.lookups > MAX_LOOKUPS) return "permerror";
  const next = hasMacro(name) ? undefined : includedIn(from, name);
  return next === undefined ? "untold" : evaluate(next, address, spent);
}

function matches(term: SpfTerm, tree: SpfTree, address: Address, spent: Spent): Matched {
  switch (term.kind) {
    case "all":
      return true;
    case "ip4":
    case "ip6":
      return isWithin(address, term.address, term.bits);
    case "include":
      return INCLUDED[evaluateAt(term.domain, tree, address, spent)];
    case "ptr":
      return ++spent.lookups > MAX_LOOKUPS ? "permerror" : "untold";
    case "a":
    case "mx":
    case "exists":
      return matchesHosts(term, tree, address, spent);
  }
}

/** What it means for an include what became of the record it leads to (RFC 7208 section 5.2). */
const INCLUDED: Record<SpfOutcome, Matched> = {
  pass: true,
  fail: false,
  softfail: false,
  neutral: false,
  none: "permerror",
  permerror: "permerror",
  untold: "untold",
};

function matchesHosts(
  term: Extract<SpfTerm, { kind: "a" | "mx" | "exists" }>,
  tree: SpfTree,
  address: Address,
  spent: Spent,
): Matched {
  if (++spent.lookups > MAX_LOOKUPS) return "permerror";
  const hosts = term.domain !== null && hasMacro(term.domain) ? undefined : hostsIn(tree, term.kind, term.domain);
  if (hosts === undefined || hosts.outcome === "untold") return "untold";
  if (hosts.exchanges > 10) return "permerror";
  if (hosts.outcome === "void") return ++spent.voids > MAX_VOIDS ? "permerror" : false;
  if (term.kind === "exists") return true;
  const bits = address.kind() === "ipv4" ? term.ip4Bits : term.ip6Bits;
  return hosts.addresses.some((each) => isWithin(address, each, bits));
}

function isWithin(address: Address, network: string, bits: number): boolean {
  const other = ipaddr.parse(network);
  return address.kind() === other.kind() && address.match(other, bits);
}
