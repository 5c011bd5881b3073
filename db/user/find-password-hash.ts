import { prisma } from "../client.ts";

/** What the old password is compared with before something irreversible. */
export async function findPasswordHash(userId: number): Promise<string> {
  const { passwordHash } = await prisma.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  return passwordHash;
}
