import type { DnsFailure } from "../reason.ts";
import type { Entry } from "./entry.ts";

const LOOK_AGAIN = ["dig {host} A", "dig {host} AAAA"] as const;

export const DNS_ENTRIES: Record<DnsFailure, Entry> = {
  nxdomain: {
    cause: "configuration",
    headline: "Host name does not exist",
    plain: "The server's name does not exist in the DNS, so nobody can find the server.",
    expert: "The authoritative servers answer NXDOMAIN: the name was removed or misspelled, or the domain has expired.",
    next: [...LOOK_AGAIN, "Check that the domain is still registered and the name is spelled as in its zone."],
    rfc: "RFC 2308 section 2.1",
  },
  nodata: {
    cause: "configuration",
    headline: "Host name has no address",
    plain: "The server's name exists, but no address is recorded for it.",
    expert: "Both A and AAAA come back empty (NODATA): the address records are gone or stand at another name.",
    next: [...LOOK_AGAIN, "Add an A or AAAA record for {host}."],
    rfc: "RFC 2308 section 2.2",
  },
  timeout: {
    cause: "ours",
    headline: "DNS did not answer in time",
    plain: "We could not look up the server's address in time, so we cannot tell how the server is.",
    expert:
      "The resolver did not answer within the time limit: it is overloaded or unreachable, or the zone's name servers are silent.",
    next: [...LOOK_AGAIN, "dig +trace {host}"],
    rfc: "RFC 1035 section 4.2.1",
  },
  servfail: {
    cause: "ours",
    headline: "DNS lookup failed (SERVFAIL)",
    plain: "The lookup of the server's address failed on the way, so we cannot tell how the server is.",
    expert: "The resolver answers SERVFAIL: the zone's name servers are unreachable or DNSSEC validation fails.",
    next: ["dig +cd {host} A", "delv {host} A", "dig +trace {host}"],
    rfc: "RFC 1035 section 4.1.1",
  },
  refused: {
    cause: "ours",
    headline: "DNS refused to answer",
    plain: "The DNS server we ask refuses to answer us, so we cannot tell how the server is.",
    expert: "The resolver answers REFUSED: its access list does not have the address this worker asks from.",
    next: [...LOOK_AGAIN, "Check which DNS servers the worker asks (DNS_SERVERS) and whom they answer."],
    rfc: "RFC 1035 section 4.1.1",
  },
  failed: {
    cause: "ours",
    headline: "DNS lookup was not possible",
    plain: "We could not ask for the server's address at all, so we cannot tell how the server is.",
    expert: "No DNS server could be asked, or its answer was malformed.",
    next: [...LOOK_AGAIN, "Check that the DNS servers of the worker (DNS_SERVERS) run and can be reached."],
    rfc: null,
  },
  broken: {
    cause: "configuration",
    headline: "DNS of the domain is broken",
    plain: "Nobody can look up the server's name: the DNS of its domain does not work.",
    expert:
      "Resolvers in two networks agree: SERVFAIL, no answer or REFUSED. The zone's name servers or its DNSSEC chain are broken.",
    next: ["dig +trace {host}", "dig +cd {host} A", "delv {host} A", "Ask whoever runs the domain's name servers."],
    rfc: "RFC 1035 section 4.1.1",
  },
};
