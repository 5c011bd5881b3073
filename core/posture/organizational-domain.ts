import { getDomain } from "tldts";

/**
 * The domain that somebody registered and that a name is under: "example.co.uk" of "a.b.example.co.uk" (RFC 7489 section 3.2, by the Public Suffix
 * List). A name that is a public suffix itself is its own. RFC 9989 section 4.10 finds it by asking the DNS, label by label.
 */
export function organizationalDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: true, validateHostname: false }) ?? domain;
}
