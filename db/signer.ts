import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "#env.ts";

/** Half of a SHA-256: nobody guesses it, and it still fits into an SMS. */
const SIGNATURE_BYTES = 16;

/** Signs texts, and says of a signature (base64url, 16 bytes) whether it is ours. */
export type Signer = { sign(text: string): string; isOurs(text: string, signature: string): boolean };

/**
 * HKDF (RFC 5869) makes of each key one that is good for this purpose alone. The first signs, all of them are believed, as with secrets.
 */
export function signerFor(purpose: string): Signer {
  const keys = env.SECRETS_KEY.map((key) => Buffer.from(hkdfSync("sha256", key, "", purpose, 32)));
  return {
    sign: (text) => signatureOf(text, keys[0]!).toString("base64url"),
    isOurs: (text, signature) => {
      const claimed = Buffer.from(signature, "base64url");
      return keys.some((key) => claimed.length === SIGNATURE_BYTES && timingSafeEqual(signatureOf(text, key), claimed));
    },
  };
}

function signatureOf(text: string, key: Buffer): Buffer {
  return createHmac("sha256", key).update(text).digest().subarray(0, SIGNATURE_BYTES);
}
