/**
 * What came of fetching https://mta-sts.DOMAIN/.well-known/mta-sts.txt by the rules of RFC 8461 section 3.3: one request, no redirect followed, a
 * certificate that holds for the name, text/plain, at most 64 KiB.
 */
export type PolicyFetched =
  | { outcome: "fetched"; body: string }
  | { outcome: "status"; status: number } // anything but 200 and a redirect
  | { outcome: "redirect"; status: number; location: string | null }
  | { outcome: "content-type"; contentType: string | null; body: string } // it was sent, as something else than text/plain
  | { outcome: "certificate"; detail: string }
  | { outcome: "too-large" }
  | { outcome: "timeout" }
  | { outcome: "unreachable"; detail: string } // no such name, nobody listens, no TLS
  | { outcome: "busy" } // other checks of ours were there
  | { outcome: "blocked" }; // we may not go there

/** So much of a policy is read (RFC 8461 section 3.2). */
export const POLICY_BYTES = 65_536;

/** Where the policy of a domain stands. */
export function policyUrl(domain: string): string {
  return `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
}
