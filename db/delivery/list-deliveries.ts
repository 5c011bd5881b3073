import { prisma } from "../client.ts";

/** The latest deliveries of a team's channel, newest first, each with its attempts in order. */
export async function listDeliveries(teamId: number, channelId: number, limit: number) {
  return prisma.delivery.findMany({
    where: { teamId, channelId },
    orderBy: { id: "desc" },
    take: limit,
    select: {
      id: true,
      kind: true,
      status: true,
      createdAt: true,
      finishedAt: true,
      nextAttemptAt: true,
      incidentId: true,
      monitor: { select: { id: true, name: true } },
      tries: { orderBy: { id: "asc" }, select: { at: true, tookMs: true, outcome: true, detail: true } },
    },
  });
}
