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
