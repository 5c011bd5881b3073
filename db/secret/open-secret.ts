import { createDecipheriv } from "node:crypto";
import { belonging, CIPHER, KEY_ID_AT, NONCE_AT, TAG_AT, TEXT_AT, VERSION, type SealedSecret } from "./sealed-secret.ts";
import { SECRET_KEYS, type SecretKey } from "./secret-keys.ts";

/** Thrown where a stored secret does not open: its key is gone from `SECRETS_KEY`, or the row is not as it was written. */
export class SealedForGood extends Error {}

/** Opens a secret. It only opens for the owner it was sealed for. */
export function openSecret({ owner, secret: sealed }: SealedSecret, keys: readonly SecretKey[] = SECRET_KEYS): string {
  const key = keys.find(({ id }) => id.equals(sealed.subarray(KEY_ID_AT, NONCE_AT)))?.key;
  if (sealed[0] !== VERSION || key === undefined) throw new SealedForGood("SECRETS_KEY does not hold the key of a stored secret.");
  try {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(NONCE_AT, TAG_AT), { authTagLength: TEXT_AT - TAG_AT })
      .setAAD(belonging(owner))
      .setAuthTag(sealed.subarray(TAG_AT, TEXT_AT));
    return Buffer.concat([decipher.update(sealed.subarray(TEXT_AT)), decipher.final()]).toString("utf8");
  } catch {
    throw new SealedForGood("A stored secret is not as it was written.");
  }
}
