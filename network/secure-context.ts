import { constants, createHash } from "node:crypto";
import tls from "node:tls";
import { readAuthorities } from "./authorities.ts";
import { BoundedCache } from "./bounded-cache.ts";

/** Contexts for this many different sets of extra authorities are kept; the one unused for longest goes first. */
const KEPT = 64;

/**
 * Whatever a server really has is offered, the strong before the weak, so that a handshake comes about and can be judged. Security level
 * 0 takes keys and signatures of any strength (SSL_CTX_set_security_level(3)). Suites without a certificate are left out: a server that
 * likes those would not show the one it has.
 */
const CIPHERS = [
  "TLS_AES_256_GCM_SHA384",
  "TLS_CHACHA20_POLY1305_SHA256",
  "TLS_AES_128_GCM_SHA256",
  "ALL",
  "eNULL",
  "!aNULL",
  "!PSK",
  "!SRP",
  "@SECLEVEL=0",
].join(":");

/** A server that asks to shake hands anew could show another certificate then, which nobody would judge. */
const OBSERVER: tls.SecureContextOptions = {
  minVersion: "TLSv1",
  ciphers: CIPHERS,
  secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
};

/**
 * What handshakes are made with, and the authorities (PEM) it trusts besides Node's own. `key` stands for those; `unreadable` counts what of
 * them is no certificate and therefore not trusted.
 */
export type SharedContext = { context: tls.SecureContext; extraCas: readonly string[]; key: string; unreadable: number };

const contexts = new BoundedCache<SharedContext>(KEPT);

/**
 * The context that trusts Node's root certificates and these authorities (PEM), shared by every check that trusts the same: making one
 * costs up to 50 ms, using it nothing. It agrees to weak encryption as well, and leaves judging it to the caller; what it says about a
 * chain is as strict as ever.
 */
export function sharedSecureContext(extraCas: readonly string[]): SharedContext {
  const key = extraCas.length === 0 ? "" : createHash("sha256").update(JSON.stringify(extraCas)).digest("base64");
  const shared = contexts.get(key) ?? makeContext(extraCas, key);
  contexts.set(key, shared, 1);
  return shared;
}

function makeContext(extraCas: readonly string[], key: string): SharedContext {
  const { authorities, unreadable } = readAuthorities(extraCas);
  const ca = authorities.length === 0 ? undefined : [...tls.rootCertificates, ...authorities.map(String)];
  return { context: tls.createSecureContext({ ...OBSERVER, ca }), extraCas, key, unreadable };
}
