import { getDiffieHellman } from "node:crypto";

/** Groups of RFC 2409 and RFC 3526 by their size in bits. */
const GROUPS = { 1024: "modp2", 1536: "modp5", 2048: "modp14" } as const;

/** A Diffie-Hellman group of so many bits in PEM, as servers are configured with it (PKCS #3). */
export function dhGroup(bits: keyof typeof GROUPS): string {
  const group = getDiffieHellman(GROUPS[bits]);
  const der = sequence([integer(group.getPrime()), integer(group.getGenerator())]);
  return `-----BEGIN DH PARAMETERS-----\n${der.toString("base64")}\n-----END DH PARAMETERS-----\n`;
}

/** A DER integer is signed: what begins with a set bit gets a zero before it. */
function integer(bytes: Buffer): Buffer {
  return element(0x02, bytes[0]! < 0x80 ? bytes : Buffer.concat([Buffer.from([0]), bytes]));
}

function sequence(parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function element(tag: number, content: Buffer): Buffer {
  const length = content.length < 0x80 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
