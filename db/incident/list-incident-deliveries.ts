import { prisma } from "../client.ts";

/** What was sent about a team's incident, in order, each with its attempts. */
export async function listIncidentDeliveries(teamId: number, incidentId: number) {
  return prisma.delivery.findMany({
    where: { teamId, incidentId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      kind: true,
      status: true,
      createdAt: true,
      finishedAt: true,
      channel: { select: { id: true, name: true, kind: true } },
      tries: { orderBy: { id: "asc" }, select: { at: true, tookMs: true, outcome: true, detail: true } },
    },
  });
}
