import { prisma } from "../client.ts";

/** Puts a fresh hash of the same password in place of an outdated one; the sessions stay. A password changed meanwhile wins. */
export async function replaceHash(userId: number, outdated: string, fresh: string): Promise<void> {
  await prisma.user.updateMany({ where: { id: userId, passwordHash: outdated }, data: { passwordHash: fresh } });
}
