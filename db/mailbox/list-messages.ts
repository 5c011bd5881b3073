import { prisma } from "../client.ts";

/**
 * The newest messages of the built-in mailbox, without their bodies. The mailbox belongs to the machine and not to a team: only
 * embedded mode may show it.
 */
export async function listMessages(limit: number) {
  return prisma.mailboxMessage.findMany({
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, receivedAt: true, sender: true, recipients: true, subject: true },
  });
}
