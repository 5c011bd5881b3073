import { dkimName, type DkimSeen } from "#core/posture/dkim.ts";
import { dataOf } from "#core/posture/looked.ts";
import type { Resolver } from "#network/dns/resolver-for.ts";

/** What providers and manuals call their keys: tried where nobody names a selector, for nothing lists them. */
const USUAL_SELECTORS = [
  "default",
  "dkim",
  "mail",
  "google",
  "selector1",
  "selector2",
  "s1",
  "s2",
  "k1",
  "k2",
  "fm1",
  "fm2",
  "fm3",
  "protonmail",
  "zoho",
  "mxvault",
];

/** Looks up the DKIM keys of a domain (RFC 6376 section 3.6.2): those of the selectors that are known, or else those with a usual name that are there. */
export async function gatherDkim(domain: string, selectors: readonly string[], resolver: Pick<Resolver, "ask">): Promise<DkimSeen> {
  const names = [...new Set(selectors)];
  const asked = (names.length > 0 ? names : USUAL_SELECTORS).map(async (selector) => ({
    selector,
    answer: await resolver.ask(dkimName(selector, domain), "TXT"),
  }));
  const keys = await Promise.all(asked);
  return { domain, keys: names.length > 0 ? keys : keys.filter(({ answer }) => dataOf(answer, "TXT").some(isKey)) };
}

/** Where every name has some text, it is not a key for that. */
function isKey(text: string): boolean {
  return /(^|;)\s*p=/.test(text);
}
