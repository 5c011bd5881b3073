import type { Unanswered } from "../../dns/answer.ts";
import type { RdapFetched } from "../expiry.ts";
import type { FindingCode } from "../findings.ts";
import type { StsSighting } from "../mta-sts.ts";
import type { PolicyFetched } from "../mta-sts/policy-fetched.ts";
import type { Verdict } from "../words/words.ts";

/**
 * What the DNS says, as a person writes it: `{ "example.com MX": ["10 mail.example.com"], "example.com TXT": ["v=spf1 mx -all"] }`. A word in place of
 * a list is why there is no answer.
 */
export type Zone = Record<string, readonly string[] | Unanswered["outcome"]>;

/** What is known of a domain besides the DNS. What servers show and say is by host. */
export type Facts = {
  signed: readonly string[];
  selectors: readonly string[];
  senders: readonly string[];
  policy: PolicyFetched;
  previous: StsSighting | null;
  tlsTrouble: Record<string, string>;
  said: Record<string, { banner: string; ehlo: string }>;
  /** The key each host shows: a hex digit that its hashes are made of. */
  keys: Record<string, string>;
  daysLeft: number;
  issuer: string;
  rdap: RdapFetched;
};

/**
 * One domain made by hand: what of the domain that is well is otherwise with it (a record of null is not there), what is found then besides what is
 * good, in the order of the aspects, and the worst of it. `source` is the rule that decides.
 */
export type DomainRow = {
  about: string;
  source: string;
  records?: Record<string, Zone[string] | null>;
  facts?: Partial<Facts>;
  found: readonly FindingCode[];
  verdict: Verdict;
};
