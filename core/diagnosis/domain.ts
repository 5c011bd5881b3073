import type { StageReason } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

type DomainReason = Extract<StageReason, `mx.${string}` | `posture.${string}` | `listing.${string}`>;

const ASK_MX = "dig +short MX {host}";

/** What only a whole domain, and what is on a blocklist, can have. */
export const DOMAIN_ENTRIES: Record<DomainReason, Entry> = {
  "mx.none": {
    cause: "configuration",
    headline: "No mail server",
    plain: "The domain names no server that takes its mail, so mail to it comes back.",
    expert: "There is no MX record, and no A or AAAA record that would stand for one (implicit MX).",
    next: [ASK_MX, "Publish an MX record. If the domain shall take no mail, publish the null MX: MX 0 ."],
    rfc: "RFC 5321 section 5.1",
  },
  "mx.unresolvable": {
    cause: "configuration",
    headline: "A mail server has no address",
    plain: "The domain names a server for its mail that cannot be found, so no mail goes there.",
    expert: "The exchange of an MX record is NXDOMAIN, or has neither A nor AAAA.",
    next: [ASK_MX, "Give this name an A or AAAA record, or name another server."],
    rfc: "RFC 5321 section 5.1",
  },
  "mx.record": {
    cause: "configuration",
    headline: "An MX record breaks the rules",
    plain: "The domain names one of its mail servers in a way that not every sender follows.",
    expert: "An exchange must be a name with addresses of its own: no CNAME, no address literal, no private address.",
    next: [ASK_MX, "Let the MX record name the host itself."],
    rfc: "RFC 2181 section 10.3",
  },
  "posture.refusing": {
    cause: "configuration",
    headline: "Careful senders hold mail back",
    plain:
      "The domain asks senders to deliver only through verified TLS, and what its servers show does not fit, so such senders do not deliver.",
    expert: "An MTA-STS policy in mode enforce, or secure TLSA records, match none of the preferred servers.",
    next: ["Look at the rows MTA-STS and DANE of the posture: they say which server does not fit, and how to mend it."],
    rfc: "RFC 8461 section 5",
  },
  "listing.listed": {
    cause: "blocklisting",
    headline: "On a blocklist",
    plain: "An address or domain stands on a list by which many servers refuse mail.",
    expert: "The list answered within 127/8 with a code that means listed, and passed its own test entries (RFC 5782 section 5).",
    next: [
      "Find what was sent, and stop it, before asking to be taken off: who is listed again stays longer.",
      "On the sending server: postqueue -p",
      "Ask for removal at the link that stands with the listing.",
    ],
    rfc: "RFC 5782 section 2",
  },
  "listing.light": {
    cause: "blocklisting",
    headline: "On a lesser blocklist",
    plain: "An address or domain stands on a list that few servers refuse mail by, but some count against it.",
    expert: "The list answered within 127/8 with a code that means listed, and passed its own test entries (RFC 5782 section 5).",
    next: ["Read what the list says about the reason, and ask for removal at the link that stands with the listing."],
    rfc: "RFC 5782 section 2",
  },
  "listing.unanswered": {
    cause: "ours",
    headline: "No list answered",
    plain: "None of the blocklists could be asked, so we cannot tell what is listed.",
    expert:
      "Every list refused, timed out or failed its own test entries, mostly because the resolver is a public one (see the reason beside each).",
    next: ["Set DNS_SERVERS to a resolver of your own: most lists refuse questions from public ones."],
    rfc: "RFC 5782 section 5",
  },
};
