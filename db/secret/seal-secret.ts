import { createCipheriv, randomBytes } from "node:crypto";
import { belonging, CIPHER, NONCE_AT, TAG_AT, VERSION, type SecretOwner } from "./sealed-secret.ts";
import { SECRET_KEYS, type SecretKey } from "./secret-keys.ts";

/** Seals a secret so that it can be stored: with the first key, under a nonce of its own. */
export function sealSecret(owner: SecretOwner, secret: string, keys: readonly SecretKey[] = SECRET_KEYS): Buffer {
  const { id, key } = keys[0]!;
  const nonce = randomBytes(TAG_AT - NONCE_AT);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(belonging(owner));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), id, nonce, cipher.getAuthTag(), text]);
}
