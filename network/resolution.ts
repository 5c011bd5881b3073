import type { DnsAnswer } from "#core/check/result.ts";
import type { DnsFailure } from "#core/reason/reason.ts";
import { ADDRESSES_KEPT, type Answered } from "./ask-dns.ts";

/**
 * The addresses of a name, in the order they should be tried, and warnings about what was odd on the way; or why there are none.
 * `detail` is one short sentence of facts. `answers` is what the DNS said, where it was asked.
 */
export type Resolution = { answers: DnsAnswer[] } & (
  | { addresses: string[]; source: "literal" | "localhost" | "hosts file" | "dns"; warnings: string[] }
  | { failure: DnsFailure; detail: string }
);

/** The order in which a client tries them (RFC 8305 section 4), whatever the order in which they were asked for. */
const IPV6_FIRST: readonly DnsAnswer["type"][] = ["AAAA", "A"];

/** A name that does not exist has neither family; beyond that, "no such record" counts only where both families say so. */
const TELLING: readonly DnsFailure[] = ["nxdomain", "timeout", "servfail", "refused", "failed", "nodata"];

/** Makes one resolution of the answers of all families. */
export function combineAnswers(host: string, told: Answered[]): Resolution {
  const answers = told.map(({ type, addresses, failure }) => ({ type, addresses, failure }));
  const found = told.filter(({ failure }) => failure === null);
  const failures = told.filter(({ failure }) => failure !== null);
  if (found.length > 0) {
    const silent = failures.filter(({ failure }) => failure !== "nodata");
    const many = found.filter(({ left }) => left > 0);
    return {
      answers,
      addresses: takeTurns(IPV6_FIRST.flatMap((family) => found.filter(({ type }) => type === family))),
      source: "dns",
      warnings: [
        ...silent.map(({ detail }) => `One address family could not be looked up (${detail}).`),
        ...many.map(
          ({ type, left }) => `The name has ${ADDRESSES_KEPT + left} ${type} records, of which ${ADDRESSES_KEPT} are looked at.`,
        ),
      ],
    };
  }
  const failure = TELLING.find((telling) => failures.some((answer) => answer.failure === telling)) ?? "failed";
  return { answers, failure, detail: `${host} (${failures.map(({ detail }) => detail).join(", ")})` };
}

function takeTurns(families: Answered[]): string[] {
  const longest = Math.max(...families.map(({ addresses }) => addresses.length));
  const turns = Array.from({ length: longest }, (_, turn) => families.flatMap(({ addresses }) => addresses.slice(turn, turn + 1)));
  return turns.flat().map(({ address }) => address);
}
