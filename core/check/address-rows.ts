import type { ConnectFailure, DnsFailure } from "../reason/reason.ts";
import type { AddressAttempt, Facts } from "./result.ts";

/** One address of a server: how long the DNS lets it live (null where it was not asked), and what came of connecting (null where that was not tried). */
export type AddressRow = { address: string; ttlS: number | null; attempt: AddressAttempt | null };

/** Every address a check knew of, in the order of the answers, and then those it only tried. */
export function addressRows({ addresses, dns = [], attempts = [] }: Pick<Facts, "addresses" | "dns" | "attempts">): AddressRow[] {
  const answers = dns.flatMap((answer) => answer.addresses);
  const all = new Set([...addresses, ...answers.map(({ address }) => address), ...attempts.map(({ address }) => address)]);
  return [...all].map((address) => ({
    address,
    ttlS: answers.find((answer) => answer.address === address)?.ttlS ?? null,
    attempt: attempts.findLast((attempt) => attempt.address === address) ?? null,
  }));
}

/** What an address did instead of accepting a connection. */
export const ATTEMPT_WORDS: Record<ConnectFailure, string> = {
  refused: "refused the connection",
  timeout: "did not answer",
  unreachable: "cannot be reached",
  "no-route": "no way there from here",
  blocked: "may not be watched from here",
  "port-closed-here": "the port is closed to this location",
  busy: "was busy with other checks",
  failed: "could not be tried",
};

/** What the DNS said instead of addresses. */
export const DNS_WORDS: Record<DnsFailure, string> = {
  nxdomain: "the name does not exist",
  nodata: "none",
  timeout: "no answer in time",
  servfail: "SERVFAIL",
  refused: "REFUSED",
  failed: "could not be asked",
  broken: "cannot be looked up from two networks",
};
