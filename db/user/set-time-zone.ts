import { prisma } from "../client.ts";

/** The time zone a user reads times and days in (IANA). */
export async function setTimeZone(userId: number, timeZone: string): Promise<void> {
  await prisma.user.update({ where: { id: userId }, data: { timeZone } });
}
