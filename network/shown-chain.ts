import { createHash, type X509Certificate } from "node:crypto";
import type tls from "node:tls";
import type { CertificateFacts } from "#core/check/result.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { certificateFacts } from "./certificate-facts.ts";
import { isForHost } from "./certificate-name.ts";
import { derElements } from "./der.ts";
import { certificateWeakness } from "./weak-certificate.ts";

/**
 * What a server showed, read: `key` stands for exactly these certificates, and `isForHost` says whether its own names the host.
 * `weakness` is what of them can be forged, going on from the words "The certificate". Checks that saw the same share it: nothing of it
 * is to be changed.
 */
export type ShownChain = { key: string; facts: CertificateFacts; isForHost: boolean; weakness: string | null };

/** Whom a handshake was with. */
export type Server = { host: string; address: string; port: number };

/**
 * The certificates as they were sent, the server's own first; none where it is known from before that they are good. `all` reads them even then.
 */
export type Shown = {
  chain: ShownChain | null;
  certificates: readonly X509Certificate[];
  all: () => readonly X509Certificate[];
};

/** What is kept of all chains together, in bytes: two for each character of their facts, and some for what is around them. */
const KEPT_BYTES = 32 * 1024 * 1024;
const BYTES_AROUND = 1_024;

/** A server that shows the same certificate as before may still send others with it: they are looked at again after so long, in ms. */
const LOOK_AGAIN_MS = 600_000;

/** A server may send so many certificates; those after are not looked at. */
const MOST_CERTIFICATES = 16;

/** Where OpenSSL keeps the certificate of the other side in a session (SSL_SESSION_ASN1). */
const PEER_TAG = 0xa3;
const SEQUENCE_TAG = 0x30;

/** Node puts no more than a host name and a few bytes before a session. */
const MOST_BEFORE = 512;

const chains = new BoundedCache<{ chain: ShownChain; readAtMs: number }>(KEPT_BYTES);

/**
 * Reads what a server showed in a handshake that has just gone through. Reading a chain costs hundreds of microseconds, telling by the
 * session that it is the one of last time costs twenty. One that OpenSSL does not like is always read.
 */
export function readShownChain(socket: tls.TLSSocket, { host, address, port }: Server): Shown {
  const place = `${host} ${address} ${port}`;
  const fingerprint = fingerprintInSession(socket.getSession());
  if (fingerprint !== null && socket.authorized) {
    const known = chains.get(`${place} ${fingerprint}`);
    if (known !== undefined && performance.now() - known.readAtMs < LOOK_AGAIN_MS) {
      return { chain: known.chain, certificates: [], all: () => certificatesOf(socket) };
    }
  }
  const certificates = certificatesOf(socket);
  const all = () => certificates;
  const [leaf, ...above] = certificates;
  if (leaf === undefined) return { chain: null, certificates, all };
  const key = certificates.map(({ fingerprint256 }) => fingerprint256).join(" ");
  const name = `${place} ${fingerprint ?? leaf.fingerprint256}`;
  const known = chains.get(name);
  const chain = known?.chain.key === key ? known.chain : read(key, leaf, above, host);
  chains.set(name, { chain, readAtMs: performance.now() }, BYTES_AROUND + 2 * (key.length + JSON.stringify(chain.facts).length));
  return { chain, certificates, all };
}

function read(key: string, leaf: X509Certificate, above: readonly X509Certificate[], host: string): ShownChain {
  return {
    key,
    facts: certificateFacts(leaf, above),
    isForHost: isForHost(leaf, host),
    weakness: certificateWeakness(leaf, above),
  };
}

/**
 * In a chain that was shown, the "issuer" of a certificate is whatever was sent after it, its issuer or not. Node hands a chain out once:
 * who asks again gets nothing.
 */
function certificatesOf(socket: tls.TLSSocket): X509Certificate[] {
  const certificates: X509Certificate[] = [];
  for (let each = socket.getPeerX509Certificate(); each !== undefined; each = each.issuerCertificate) {
    if (certificates.push(each) === MOST_CERTIFICATES) break;
  }
  return certificates;
}

/**
 * The SHA-256 of the server's certificate, which a session has in it; null where it is not found. A session is DER, with something of
 * Node's own before it in newer versions.
 */
function fingerprintInSession(session: Buffer = Buffer.alloc(0)): string | null {
  for (let at = session.indexOf(SEQUENCE_TAG); at !== -1 && at < MOST_BEFORE; at = session.indexOf(SEQUENCE_TAG, at + 1)) {
    const [whole, ...others] = derElements(session.subarray(at));
    const peer = others.length === 0 ? derElements(whole?.content).find(({ tag }) => tag === PEER_TAG) : undefined;
    if (peer !== undefined) return createHash("sha256").update(peer.content).digest("base64");
  }
  return null;
}
