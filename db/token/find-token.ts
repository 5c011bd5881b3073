import type { TokenPurpose } from "#core/token.ts";
import { prisma } from "../client.ts";
import { hashToken } from "./hash-token.ts";

/** A token that can still be used, without using it; null for any other. For a sign-up it brings the hash of the chosen password. */
export async function findToken(
  token: string,
  purpose: TokenPurpose,
): Promise<{ email: string; passwordHash: string | null } | null> {
  return prisma.token.findFirst({
    where: { hash: new Uint8Array(hashToken(token)), purpose, usedAt: null, expiresAt: { gt: new Date() } },
    select: { email: true, passwordHash: true },
  });
}
