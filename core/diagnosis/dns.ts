import type { DnsFailure } from "../reason/reason.ts";
import type { Entry } from "./entry.ts";

const LOOK_AGAIN = ["dig {host} A", "dig {host} AAAA"] as const;
const FOLLOW_IT = "dig +trace {host} A";

/** Names that could not be looked up. */
export const DNS_ENTRIES: Record<DnsFailure, Entry> = {
  nxdomain: {
    cause: "configuration",
    headline: "Host name does not exist",
    plain: "The name does not exist in the DNS, so nobody can find a server by it.",
    expert: "The authoritative servers answer NXDOMAIN: the name was removed or misspelled, or the domain has expired.",
    next: [
      ...LOOK_AGAIN,
      FOLLOW_IT,
      "Check with whois that the domain is still registered, and that the name is spelled as in its zone.",
    ],
    rfc: "RFC 2308 section 2.1",
  },
  nodata: {
    cause: "configuration",
    headline: "Host name has no address",
    plain: "The server's name exists, but no address is recorded for it.",
    expert: "A or AAAA comes back empty (NODATA): the address records are gone, stand at another name, or are of the other family.",
    next: [...LOOK_AGAIN, "Add an A or AAAA record for {host}, or choose the family it has."],
    rfc: "RFC 2308 section 2.2",
  },
  timeout: {
    cause: "ours",
    headline: "DNS did not answer in time",
    plain: "We could not look up the server's address in time, so we cannot tell how the server is.",
    expert:
      "The resolver we ask did not answer within the time limit: it is overloaded or cut off, or the zone's name servers are silent.",
    next: [...LOOK_AGAIN, FOLLOW_IT, "On the worker: cat /etc/resolv.conf"],
    rfc: "RFC 1035 section 4.2.1",
  },
  servfail: {
    cause: "ours",
    headline: "DNS lookup failed (SERVFAIL)",
    plain: "The lookup of the server's address failed on the way, so we cannot tell how the server is.",
    expert: "The resolver we ask answers SERVFAIL: it cannot reach the zone's name servers, or DNSSEC validation fails.",
    next: ["dig +cd {host} A", "delv {host} A", FOLLOW_IT],
    rfc: "RFC 1035 section 4.1.1",
  },
  refused: {
    cause: "ours",
    headline: "DNS refused to answer",
    plain: "The DNS server we ask refuses to answer us, so we cannot tell how the server is.",
    expert: "The resolver we ask answers REFUSED: its access list does not have the address this worker asks from.",
    next: [...LOOK_AGAIN, "Check which DNS servers the worker asks (DNS_SERVERS) and whom they answer."],
    rfc: "RFC 1035 section 4.1.1",
  },
  failed: {
    cause: "ours",
    headline: "DNS lookup was not possible",
    plain: "We could not ask for the server's address at all, so we cannot tell how the server is.",
    expert: "No DNS server could be asked, or its answer was malformed.",
    next: [...LOOK_AGAIN, "Check that the DNS servers of the worker (DNS_SERVERS) run and can be reached."],
    rfc: "RFC 1035 section 4.1",
  },
  broken: {
    cause: "configuration",
    headline: "DNS of the domain is broken",
    plain: "Nobody can look up the server's name, because the DNS of its domain does not work.",
    expert:
      "Resolvers in two networks agree (SERVFAIL, REFUSED or silence): the zone's name servers are down or lame, or its DNSSEC signatures have expired or do not match the DS record.",
    next: [
      FOLLOW_IT,
      "dig +cd {host} A",
      "delv {host} A",
      "If only +cd brings an answer, sign the zone anew or correct the DS record at the registrar.",
    ],
    rfc: "RFC 4035 section 5.5, RFC 1912 section 2.8",
  },
};
