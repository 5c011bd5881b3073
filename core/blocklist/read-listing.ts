import type { DnsRecord, Looked, Unanswered } from "../dns/answer.ts";
import type { Code, DnsList, Weight } from "./dns-list.ts";
import { heaviest } from "./heaviest.ts";

/** Why a list does not say whether something is on it. */
export const UNKNOWN_WHYS = [
  "typo", // 127.255.255.252: there is no such zone
  "public-resolver", // 127.255.255.254: it does not answer resolvers that everybody uses
  "too-many", // 127.255.255.255: too many questions
  "refusal", // another code by which it says that it does not answer us
  "rewritten", // an address that no list gives: somebody on the way puts one where there is none
  "code", // a code that its operator does not explain
  "refused",
  "servfail",
  "timeout",
  "unanswered", // nobody listens, or what came was no answer
  "test-missing", // what is on every list for tests is not on it: it is dead, or does not tell us the truth
  "lists-everything", // what may be on no list is on it
  "no-key", // it only answers those who have a key
] as const;
export type UnknownWhy = (typeof UNKNOWN_WHYS)[number];

/** That we do not know, why, and what shows it. */
export type NotKnown = { state: "unknown"; why: UnknownWhy; detail: string | null };

/** What a list said of an entry. `codes` are its answers as addresses, `says` what they mean where its operator explains them. */
export type Reading = { state: "listed"; codes: string[]; says: string[]; weight: Weight } | { state: "clean" } | NotKnown;

/** Nothing listens on these, and no list lists by them: Spamhaus began to say by them what is wrong with the question, and others followed. */
const ERRORS = "127.255.255.";
const ERROR_WHYS: Record<string, UnknownWhy> = {
  "127.255.255.252": "typo",
  "127.255.255.254": "public-resolver",
  "127.255.255.255": "too-many",
};

const OUTCOME_WHYS: Partial<Record<Unanswered["outcome"], UnknownWhy>> = {
  refused: "refused",
  servfail: "servfail",
  bogus: "servfail",
  timeout: "timeout",
};

/**
 * Reads what a list answered. Only an address within 127/8 that is no error means listed (RFC 5782 section 2.1); whatever else is odd is unknown, and
 * one oddity is enough for that.
 */
export function readListing({ codes, weight }: Pick<DnsList, "codes" | "weight">, looked: Looked<"A">): Reading {
  if ("detail" in looked) return { state: "unknown", why: OUTCOME_WHYS[looked.outcome] ?? "unanswered", detail: looked.detail };
  if (looked.outcome !== "found") return { state: "clean" };
  const addresses = addressesIn(looked.records);
  const strange = addresses.find((address) => !address.startsWith("127."));
  if (strange !== undefined) return { state: "unknown", why: "rewritten", detail: strange };
  const error = addresses.find((address) => address.startsWith(ERRORS));
  if (error !== undefined) return { state: "unknown", why: ERROR_WHYS[error] ?? "refusal", detail: error };

  const meanings: (Code & { address: string })[] = [];
  for (const address of addresses) {
    const found = codes.by === "bit" ? bitsOf(address, codes.known) : [codes.known[address]].filter((code) => code !== undefined);
    if (found.length === 0 && (codes.by === "bit" || !codes.areOthersListed))
      return { state: "unknown", why: "code", detail: address };
    meanings.push(...(found.length === 0 ? [{ says: "" }] : found).map((code) => ({ ...code, address })));
  }
  const refusal = meanings.find(({ means }) => means === "refusal");
  if (refusal !== undefined) return { state: "unknown", why: "refusal", detail: `${refusal.address}: ${refusal.says}` };
  const listed = meanings.filter(({ means }) => means === undefined);
  if (listed.length === 0) return { state: "clean" };
  return {
    state: "listed",
    codes: [...new Set(listed.map(({ address }) => address))],
    says: [...new Set(listed.map(({ says }) => says).filter((says) => says !== ""))],
    weight: heaviest(listed.map((code) => code.weight ?? weight)),
  };
}

function addressesIn(records: readonly DnsRecord<"A">[]): string[] {
  return [...new Set(records.map(({ data }) => data))].toSorted();
}

function bitsOf(address: string, known: Readonly<Record<number, Code>>): Code[] {
  const last = Number(address.split(".")[3]);
  return Object.entries(known).flatMap(([bit, code]) => ((last & Number(bit)) === 0 ? [] : [code]));
}
