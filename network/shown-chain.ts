import type { X509Certificate } from "node:crypto";
import type { CertificateFacts } from "#core/result.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { certificateFacts } from "./certificate-facts.ts";
import { certificateWeakness } from "./weak-certificate.ts";

/**
 * What a server showed, read. `key` stands for exactly these certificates. `weakness` is what of them can be forged, going on from the
 * words "The certificate". The facts are shared by all checks that saw the same: they are not to be changed.
 */
export type ShownChain = { key: string; facts: CertificateFacts; weakness: string | null };

/** What is kept of all chains together, in characters of their facts. */
const KEPT = 16 * 1024 * 1024;

const chains = new BoundedCache<ShownChain>(KEPT);

/**
 * Reads the certificates of a server, its own first; null where it showed none. Reading costs some hundred microseconds, and a server
 * shows the same for months: so what was read is kept.
 */
export function readShownChain(certificates: readonly X509Certificate[]): ShownChain | null {
  const [leaf, ...above] = certificates;
  if (leaf === undefined) return null;
  const key = certificates.map(({ fingerprint256 }) => fingerprint256).join(" ");
  const read = () => ({ key, facts: certificateFacts(leaf, above), weakness: certificateWeakness(leaf, above) });
  return chains.get(key, read, ({ facts }) => key.length + JSON.stringify(facts).length);
}
