import { canonicalAddress } from "../../check/address-class.ts";
import { asName } from "../looked.ts";
import { isDomainSpec, isMacroString } from "./domain-spec.ts";

export type Qualifier = "+" | "-" | "~" | "?";

/** One mechanism of a record. A `domain` of null is the domain of the record itself; bits are the length of a prefix. */
export type SpfTerm = { qualifier: Qualifier; text: string } & (
  | { kind: "all" }
  | { kind: "include"; domain: string }
  | { kind: "exists"; domain: string }
  | { kind: "ptr"; domain: string | null }
  | { kind: "a"; domain: string | null; ip4Bits: number; ip6Bits: number }
  | { kind: "mx"; domain: string | null; ip4Bits: number; ip6Bits: number }
  | { kind: "ip4"; address: string; bits: number }
  | { kind: "ip6"; address: string; bits: number }
);

/** A record as it is read: what it allows in its order, where it sends on, and what is wrong with its text. */
export type SpfRecord = { terms: SpfTerm[]; redirect: string | null; problems: string[] };

const MECHANISM = /^([-+~?]?)([a-z][a-z0-9]*)(?=[:/]|$)(.*)$/i;
const MODIFIER = /^([a-z][a-z0-9_.-]*)=(.*)$/i;
const DUAL_CIDR = /^(.*?)(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/s;

/** So many problems are told of one record; whoever mends these looks again. */
const MAX_PROBLEMS = 5;

/** Which TXT records are SPF (RFC 7208 section 4.5). */
export const IS_SPF = /^v=spf1(?: |$)/i;

/** Reads a record (RFC 7208 section 12); whoever reads it strictly stops at the first problem. */
export function readSpf(text: string): SpfRecord {
  const record: SpfRecord = { terms: [], redirect: null, problems: [] };
  const seen = new Set<string>();
  for (const term of text.slice("v=spf1".length).split(" ")) {
    if (term === "") continue;
    const problem = MODIFIER.test(term) ? readModifier(term, record, seen) : readMechanism(term, record);
    if (problem !== null && record.problems.length < MAX_PROBLEMS) record.problems.push(problem);
  }
  return record;
}

/** "redirect=_spf.example.com". Null where it is in order. */
function readModifier(term: string, record: SpfRecord, seen: Set<string>): string | null {
  const [, spelled = "", value = ""] = MODIFIER.exec(term) ?? [];
  const name = spelled.toLowerCase();
  if (name !== "redirect" && name !== "exp") return isMacroString(value, "explanation") ? null : `"${term}" has a broken macro`;
  if (seen.has(name)) return `"${name}=" stands more than once`;
  seen.add(name);
  if (!isDomainSpec(value)) return `"${term}" names no domain`;
  if (name === "redirect") record.redirect = asName(value);
  return null;
}

/** "~include:example.com". Null where it is in order. */
function readMechanism(term: string, { terms }: SpfRecord): string | null {
  const [, sign, spelled, rest = ""] = MECHANISM.exec(term) ?? [];
  if (spelled === undefined) return `"${term}" is no term`;
  const read = READERS[spelled.toLowerCase()];
  if (read === undefined) return `"${term}" is no mechanism there is`;
  const mechanism = read(rest);
  if (typeof mechanism === "string") return `"${term}" ${mechanism}`;
  terms.push({ ...mechanism, qualifier: (sign || "+") as Qualifier, text: term });
  return null;
}

type Mechanism = SpfTerm extends infer T ? (T extends SpfTerm ? Omit<T, "qualifier" | "text"> : never) : never;

/** Of each mechanism how what follows its name is read: the mechanism, or what is wrong with it. */
const READERS: Record<string, (rest: string) => Mechanism | string> = {
  all: (rest) => (rest === "" ? { kind: "all" } : "has something after all"),
  include: (rest) => withDomain("include", rest),
  exists: (rest) => withDomain("exists", rest),
  ptr: (rest) => {
    if (rest === "") return { kind: "ptr", domain: null };
    return isDomainSpec(rest.slice(1)) && rest.startsWith(":") ? { kind: "ptr", domain: asName(rest.slice(1)) } : NO_DOMAIN;
  },
  a: (rest) => withHosts("a", rest),
  mx: (rest) => withHosts("mx", rest),
  ip4: (rest) => withRange("ip4", rest, 32),
  ip6: (rest) => withRange("ip6", rest, 128),
};
Object.setPrototypeOf(READERS, null); // "constructor" is no mechanism

const NO_DOMAIN = "names no domain";

function withDomain(kind: "include" | "exists", rest: string): Mechanism | string {
  return rest.startsWith(":") && isDomainSpec(rest.slice(1)) ? { kind, domain: asName(rest.slice(1)) } : NO_DOMAIN;
}

/** "a:mail.example.com/24//64". */
function withHosts(kind: "a" | "mx", rest: string): Mechanism | string {
  const [, named = "", ip4 = "32", ip6 = "128"] = DUAL_CIDR.exec(rest) ?? [];
  if (Number(ip4) > 32 || Number(ip6) > 128) return "has a prefix that is too long";
  const bits = { ip4Bits: Number(ip4), ip6Bits: Number(ip6) };
  if (named === "") return { kind, domain: null, ...bits };
  return named.startsWith(":") && isDomainSpec(named.slice(1)) ? { kind, domain: asName(named.slice(1)), ...bits } : NO_DOMAIN;
}

/** "ip4:192.0.2.0/24". */
function withRange(kind: "ip4" | "ip6", rest: string, most: number): Mechanism | string {
  const [, address = "", bits = String(most)] = /^:([^/]*)(?:\/(0|[1-9]\d{0,2}))?$/.exec(rest) ?? [];
  const isOfFamily = address.includes(":") === (kind === "ip6") && !address.includes("%");
  if (!isOfFamily || canonicalAddress(address) === null) return `has no ${kind === "ip4" ? "IPv4" : "IPv6"} address`;
  return Number(bits) > most ? "has a prefix that is too long" : { kind, address, bits: Number(bits) };
}
