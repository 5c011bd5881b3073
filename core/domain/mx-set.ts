import { z } from "zod";
import type { Unanswered } from "../dns/answer.ts";

/** A domain may name a hundred; senders try a few, and so many are looked at, the preferred first. */
export const MOST_HOSTS = 10;

/** What is wrong with a mail server as it is named, before anybody has connected to it. */
export type HostProblem =
  | "alias" // the exchange is a CNAME (RFC 2181 section 10.3)
  | "literal" // it is an address, where a name has to be (RFC 5321 section 5.1)
  | "loopback" // it is the sender's own machine
  | "no-such-name"
  | "no-address"
  | "unanswered"; // its addresses could not be looked up

/**
 * A mail server that a domain names, in the spelling of the DNS, with those of its addresses that may be connected to. `detail` is what shows the problem: the name that an
 * alias stands for, or why the DNS gave no answer. `isSecure` where a resolver that validates vouches for its addresses.
 */
export type MailHost = {
  name: string;
  preference: number;
  addresses: string[];
  problem: HostProblem | null;
  detail: string | null;
  isSecure: boolean;
};

/**
 * Where the mail of a domain goes (RFC 5321 section 5.1). `named` by MX records, `implicit` where there is none and the domain itself has an
 * address; `records` is how many are named in all. `null`: it takes no mail, on purpose (RFC 7505). `none`: nothing is said of any server.
 * `isSecure` where a resolver that validates vouches for that.
 */
export type MxSet =
  | { kind: "named" | "implicit"; hosts: MailHost[]; records: number; isSecure: boolean }
  | { kind: "null"; isSecure: boolean }
  | { kind: "none"; outcome: "nodata" | "nxdomain"; isSecure: boolean }
  | { kind: "unanswered"; failure: Unanswered };

/** Whether there is no such domain at all: whatever else is missing goes without saying then. */
export function isNoDomain(mx: MxSet): boolean {
  return mx.kind === "none" && mx.outcome === "nxdomain";
}

/** Whether what a domain names as a mail server is an address, with or without brackets. */
export function isLiteral(exchange: string): boolean {
  const text = exchange.replace(/^\[(.*)\]$/, "$1");
  return z.ipv4().safeParse(text).success || z.ipv6().safeParse(text).success;
}
