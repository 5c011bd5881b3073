import type { Words } from "./words.ts";

const WANTED = "One name in greeting and EHLO, whole, and with the address of the server.";

/** What there is to say of what servers call themselves. */
export const NAMES_WORDS = {
  "names.good": {
    verdict: "good",
    says: "{subject} says who it is",
    wanted: WANTED,
    why: "Whoever reads logs or headers knows which server it was: {detail}.",
    mend: "Nothing to do.",
    source: "RFC 5321 section 4.1.1.1",
  },
  "names.ehlo-not-fqdn": {
    verdict: "weak",
    says: "{subject} does not say its whole name in EHLO",
    wanted: WANTED,
    why: "It says {detail}, which is no name of a host; if it says so when it sends, too, receivers refuse it.",
    mend: "Set the name of the server to a whole one (Postfix: myhostname).",
    source: "RFC 5321 section 4.1.1.1, RFC 5321 section 2.3.5",
  },
  "names.ehlo-echo": {
    verdict: "note",
    says: "{subject} answers EHLO with our name",
    wanted: "The name of the server first in its answer to EHLO.",
    why: "A client that asks who answers hears its own name, {detail}.",
    mend: "Set the name of the server; often a firewall or proxy in front rewrites the answer.",
    source: "RFC 5321 section 4.1.1.1",
  },
  "names.banner-differs": {
    verdict: "note",
    says: "{subject} has two names",
    wanted: WANTED,
    why: "It greets as one and answers EHLO as another ({detail}): harmless, but often a name that was left behind.",
    mend: "Use one name in both (Postfix: myhostname and smtpd_banner).",
    source: "RFC 5321 section 4.3.1",
  },
  "names.banner-nameless": {
    verdict: "note",
    says: "{subject} greets without a name",
    wanted: "The name of the server right behind 220.",
    why: "The greeting has to begin with it; some clients look for it there.",
    mend: "Begin the greeting with the name (Postfix: smtpd_banner = $myhostname ESMTP).",
    source: "RFC 5321 section 4.2",
  },
  "names.literal": {
    verdict: "note",
    says: "{subject} calls itself by an address",
    wanted: WANTED,
    why: "{detail} is for hosts that have no name; receivers doubt who says so when sending.",
    mend: "Set the name of the server.",
    source: "RFC 5321 section 4.1.3",
  },
  "names.unresolved": {
    verdict: "note",
    says: "{subject} says a name that has no address",
    wanted: WANTED,
    why: "{detail} does not exist in the DNS; if it says so when it sends, too, receivers refuse it.",
    mend: "Give the name an address, or set the name of the server to one that has.",
    source: "RFC 5321 section 2.3.5",
  },
  "names.elsewhere": {
    verdict: "note",
    says: "{subject} says a name that leads elsewhere",
    wanted: WANTED,
    why: "{detail} has other addresses: usual behind a load balancer, otherwise a name that was left behind.",
    mend: "Give the name this address, too, unless it is meant so.",
    source: "RFC 5321 section 4.1.4",
  },
  "names.untold": {
    verdict: "unknown",
    says: "The name that {subject} says could not be looked up",
    wanted: WANTED,
    why: "Receivers who get no answer either put mail off.",
    mend: "Look whether the name servers of {detail} answer.",
    source: "RFC 5321 section 4.1.4",
  },
} satisfies Record<`names.${string}`, Words>;
