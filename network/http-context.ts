import { createHash } from "node:crypto";
import tls from "node:tls";
import { BoundedCache } from "./bounded-cache.ts";

/** Contexts for this many different sets of extra authorities are kept. */
const KEPT = 8;

const contexts = new BoundedCache<tls.SecureContext>(KEPT);

/** What HTTPS is spoken with: Node's root certificates and these (PEM) are trusted. It is shared, since to make one costs up to 50 ms. */
export function httpContext(extraCas: readonly string[] = []): tls.SecureContext {
  const key = createHash("sha256").update(JSON.stringify(extraCas)).digest("base64");
  const context = contexts.get(key) ?? makeContext(extraCas);
  contexts.set(key, context, 1);
  return context;
}

function makeContext(extraCas: readonly string[]): tls.SecureContext {
  const ca = extraCas.length === 0 ? undefined : [...tls.rootCertificates, ...extraCas];
  return tls.createSecureContext({ ca, minVersion: "TLSv1.2" });
}
