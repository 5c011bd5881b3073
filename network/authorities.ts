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
  roots ??= bySubject(tls.rootCertificates);
  if (extraCas.length === 0) return [roots];
  const extra = parsed.get(key) ?? bySubject(extraCas.flatMap((pem) => pem.match(PEM_CERTIFICATE) ?? []));
  parsed.set(key, extra, 1);
  return [extra, roots];
}

function bySubject(certificates: readonly string[]): Authorities {
  const authorities = new Map<string, X509Certificate[]>();
  for (const pem of certificates) {
    const authority = new X509Certificate(pem);
    const namesakes = authorities.get(authority.subject);
    if (namesakes === undefined) authorities.set(authority.subject, [authority]);
    else namesakes.push(authority);
  }
  return authorities;
}
