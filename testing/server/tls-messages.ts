import { createPublicKey, generatePrimeSync, randomBytes, X509Certificate } from "node:crypto";
import type { Certificate } from "#testing/certificates.ts";

/*
 * Single messages of TLS as bytes, for what no library agrees to any more.
 */

/** A suite every version knows: TLS_RSA_WITH_AES_128_CBC_SHA; and one whose key is agreed on by Diffie-Hellman. */
const RSA_SUITE = 0x002f;
const DHE_RSA_SUITE = 0x0033;

/** RFC 5746: without it a client goes no further. */
const SECURE_RENEGOTIATION = Buffer.from([0xff, 0x01, 0x00, 0x01, 0x00]);

const HANDSHAKE = 22;
const ALERT = 21;

/** A fatal alert as bytes (RFC 8446 section 6). */
export function fatalAlert(description: number): Buffer {
  return record(ALERT, 0x0301, Buffer.from([2, description]));
}

/** A server's choice of a version, such as 0x0300 for SSLv3. */
export function serverHello(version: number, suite = RSA_SUITE): Buffer {
  const extensions = version === 0x0300 ? Buffer.alloc(0) : withLength(SECURE_RENEGOTIATION, 2);
  const body = Buffer.concat([
    number(version, 2),
    randomBytes(32),
    Buffer.from([0]),
    number(suite, 2),
    Buffer.from([0]),
    extensions,
  ]);
  return handshakeMessage(version, 2, body);
}

/** A server of TLS 1.2 that wants to agree on a key by Diffie-Hellman in a group of so many bits. The signature is never looked at. */
export function diffieHellmanHello({ cert }: Certificate, bits: number): Buffer {
  const version = 0x0303;
  const certificates = withLength(withLength(new X509Certificate(cert).raw, 3), 3);
  const prime = Buffer.from(generatePrimeSync(bits));
  const share = Buffer.concat([Buffer.from([1]), randomBytes(bits / 8 - 1)]);
  const parameters = [prime, Buffer.from([2]), share].map((each) => withLength(each, 2));
  const { modulusLength = 2048 } = createPublicKey(cert).asymmetricKeyDetails ?? {};
  const signature = withLength(randomBytes(modulusLength / 8), 2);
  return Buffer.concat([
    serverHello(version, DHE_RSA_SUITE),
    handshakeMessage(version, 11, certificates),
    handshakeMessage(version, 12, Buffer.concat([...parameters, Buffer.from([4, 1]), signature])),
    handshakeMessage(version, 14, Buffer.alloc(0)),
  ]);
}

/** The beginning of a chain that is announced to be of so many bytes. */
export function chainHead(bytes: number): Buffer {
  return record(HANDSHAKE, 0x0303, Buffer.concat([Buffer.from([11]), number(bytes, 3)]));
}

/** The beginning of a record that is announced to be of so many bytes. */
export function recordHead(version: number, bytes: number): Buffer {
  return Buffer.concat([Buffer.from([HANDSHAKE]), number(version, 2), number(bytes, 2)]);
}

function handshakeMessage(version: number, type: number, body: Buffer): Buffer {
  return record(HANDSHAKE, version, Buffer.concat([Buffer.from([type]), withLength(body, 3)]));
}

function record(type: number, version: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), number(version, 2), withLength(body, 2)]);
}

function withLength(bytes: Buffer, lengthBytes: number): Buffer {
  return Buffer.concat([number(bytes.length, lengthBytes), bytes]);
}

function number(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
