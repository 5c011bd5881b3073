import { X509Certificate } from "node:crypto";
import tls from "node:tls";
import { BoundedCache } from "./bounded-cache.ts";
import type { SharedContext } from "./secure-context.ts";

/** Authorities by their subject, as Node writes it: an issuer is looked up by its name. */
export type Authorities = ReadonlyMap<string, readonly X509Certificate[]>;

/** The authorities of this many shared contexts are kept. */
const KEPT = 64;

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

const parsed = new BoundedCache<Authorities>(KEPT);
let roots: Authorities | null = null;

/** What a shared context trusts, parsed: Node's root certificates once, what comes on top of them once for each set. */
export function authoritiesOf({ extraCas, key }: Pick<SharedContext, "extraCas" | "key">): readonly Authorities[] {
  roots ??= bySubject(readAuthorities(tls.rootCertificates).authorities);
  if (extraCas.length === 0) return [roots];
  const extra = parsed.get(key) ?? bySubject(readAuthorities(extraCas).authorities);
  parsed.set(key, extra, 1);
  return [extra, roots];
}

/** The certificates in texts of PEM, and how many of them are none: OpenSSL leaves those out without a word, and all that come after. */
export function readAuthorities(pems: readonly string[]): { authorities: X509Certificate[]; unreadable: number } {
  const authorities: X509Certificate[] = [];
  let unreadable = 0;
  for (const pem of pems.flatMap((text) => text.match(PEM_CERTIFICATE) ?? [])) {
    try {
      authorities.push(new X509Certificate(pem));
    } catch {
      unreadable += 1;
    }
  }
  return { authorities, unreadable };
}

function bySubject(authorities: readonly X509Certificate[]): Authorities {
  const known = new Map<string, X509Certificate[]>();
  for (const authority of authorities) {
    const namesakes = known.get(authority.subject);
    if (namesakes === undefined) known.set(authority.subject, [authority]);
    else namesakes.push(authority);
  }
  return known;
}
