import { createHash } from "node:crypto";

/** What is kept of a token: its SHA-256. A token has 256 random bits, so it needs no salt and no slow hash. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
