import { createHash } from "node:crypto";
import tls from "node:tls";

/** Contexts for this many different sets of extra authorities are kept; the one unused for longest goes first. */
const KEPT = 64;

const contexts = new Map<string, tls.SecureContext>();

/**
 * The secure context that trusts Node's root certificates and these authorities (PEM), shared by every check that trusts the
 * same: making one costs up to 50 ms, using it nothing. Throws where an authority is no PEM certificate.
 */
export function sharedSecureContext(extraCas: readonly string[] = []): tls.SecureContext {
  const key = extraCas.length === 0 ? "" : createHash("sha256").update(JSON.stringify(extraCas)).digest("base64");
  const context =
    contexts.get(key) ?? tls.createSecureContext(extraCas.length === 0 ? {} : { ca: [...tls.rootCertificates, ...extraCas] });
  contexts.delete(key);
  contexts.set(key, context);
  if (contexts.size > KEPT) contexts.delete(contexts.keys().next().value!);
  return context;
}
