import type { Absent, Unanswered } from "#core/dns/answer.ts";
import type { DnsFailure } from "#core/reason/reason.ts";

const DNS_ERRORS: Readonly<Record<string, DnsFailure>> = {
  ENOTFOUND: "nxdomain",
  ENODATA: "nodata",
  ESERVFAIL: "servfail",
  EREFUSED: "refused",
  ETIMEOUT: "timeout",
  ECANCELLED: "timeout",
};

/** What an error of c-ares says about a lookup; one that is not about the answer is `failed`. */
export function dnsFailureOf(error: NodeJS.ErrnoException): DnsFailure {
  return DNS_ERRORS[error.code ?? ""] ?? "failed";
}

/** The same of what our own resolver tells more closely. To c-ares, too, what does not hold is a SERVFAIL, and a circle has no address. */
export const DNS_FAILURE_OF: Readonly<Record<(Absent | Unanswered)["outcome"], DnsFailure>> = {
  nxdomain: "nxdomain",
  nodata: "nodata",
  loop: "nodata",
  servfail: "servfail",
  bogus: "servfail",
  refused: "refused",
  timeout: "timeout",
  unreachable: "failed",
  malformed: "failed",
  "too-large": "failed",
};
