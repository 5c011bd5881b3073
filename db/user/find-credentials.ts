import { prisma } from "../client.ts";

/** What signing in with an address compares with, or null where nobody has it. */
export async function findCredentials(email: string) {
  return prisma.user.findUnique({ where: { email }, select: { id: true, passwordHash: true, sessionVersion: true } });
}
