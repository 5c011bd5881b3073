import net from "node:net";
import tls from "node:tls";
import { readShownChain, type Shown } from "./shown-chain.ts";

/**
 * What came of a TLS handshake. `dhBits` is the size of the Diffie-Hellman group where one was used, `shown` are the certificates of the
 * server, and `chainError` is OpenSSL's verdict on them, or null.
 */
export type Handshake = { protocol: string; cipher: string; dhBits: number | null; shown: Shown; chainError: string | null };

/** Begins a handshake that goes through whatever the server has, with Server Name Indication where the host is a name. */
export function startHandshake(socket: net.Socket, host: string, secureContext: tls.SecureContext): tls.TLSSocket {
  const secure = tls.connect({
    socket,
    secureContext,
    servername: net.isIP(host) === 0 ? host : undefined,
    rejectUnauthorized: false,
    minDHSize: 1,
    checkServerIdentity: () => undefined,
  });
  // Node reads the whole chain into objects to hand it to checkServerIdentity, which is a fifth of what a handshake costs.
  return Object.assign(secure, { getPeerCertificate: () => undefined });
}

/** Reads what came of a handshake that has just gone through, with `host` on the TCP connection `plain`. */
export function handshakeOf(secure: tls.TLSSocket, host: string, { remoteAddress = "", remotePort = 0 }: net.Socket): Handshake {
  const cipher = secure.getCipher().standardName;
  return {
    protocol: secure.getProtocol() ?? "unknown",
    cipher,
    dhBits: cipher.startsWith("TLS_DHE_") ? (secure.getEphemeralKeyInfo() as tls.EphemeralKeyInfo).size : null,
    shown: readShownChain(secure, { host, address: remoteAddress, port: remotePort }),
    chainError: secure.authorized ? null : String(secure.authorizationError),
  };
}
