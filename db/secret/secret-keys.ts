import { createHash } from "node:crypto";
import { env } from "#env.ts";

/** A key that secrets are sealed with, and the four bytes by which a sealed secret names it. */
export type SecretKey = { id: Buffer; key: Buffer };

/** The keys of `SECRETS_KEY`: the first one seals, all of them open. */
export const SECRET_KEYS: readonly SecretKey[] = secretKeys(env.SECRETS_KEY);

export function secretKeys(keys: readonly Buffer[]): SecretKey[] {
  return keys.map((key) => ({ id: createHash("sha256").update(key).digest().subarray(0, 4), key }));
}
