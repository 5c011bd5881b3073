import { prisma } from "../client.ts";

/** The channels of a team in the order they were made, each with the monitors and contacts that use it and its latest delivery. */
export async function listChannels(teamId: number) {
  return prisma.channel.findMany({
    where: { teamId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      kind: true,
      name: true,
      leadsTo: true,
      verifiedAt: true,
      monitors: { orderBy: { monitor: { name: "asc" } }, select: { monitor: { select: { id: true, name: true } } } },
      contacts: { orderBy: { contact: { name: "asc" } }, select: { contact: { select: { name: true } } } },
      deliveries: {
        orderBy: { createdAt: "desc" },
        take: 1,
        select: {
          kind: true,
          status: true,
          report: true,
          createdAt: true,
          finishedAt: true,
          tries: { orderBy: { id: "desc" }, take: 1, select: { detail: true } },
        },
      },
    },
  });
}
