import { prisma } from "../client.ts";

/** Ends every open session of a user, and returns the session version that a new one needs. */
export async function endSessions(userId: number): Promise<number> {
  const { sessionVersion } = await prisma.user.update({
    where: { id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  return sessionVersion;
}
