import { prisma } from "../client.ts";

/** The contacts of a team by name, each with their channels in order. */
export async function listContacts(teamId: number) {
  return prisma.contact.findMany({
    where: { teamId },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      user: { select: { id: true, email: true } },
      channels: {
        orderBy: { position: "asc" },
        select: { channel: { select: { id: true, kind: true, name: true, leadsTo: true, verifiedAt: true } } },
      },
    },
  });
}
