import { prisma } from "../client.ts";

/** One message of the built-in mailbox, or null. `html` is as it came: show it only in a sandboxed frame. */
export async function readMessage(messageId: number) {
  return prisma.mailboxMessage.findUnique({
    where: { id: messageId },
    select: { id: true, receivedAt: true, sender: true, recipients: true, subject: true, text: true, html: true },
  });
}
