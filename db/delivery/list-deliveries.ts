import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { prisma } from "../client.ts";

/**
 * The latest deliveries of a team's channel, newest first, each with its attempts in order. What was told in a digest is counted there: `tells`
 * is how many messages one is.
 */
export async function listDeliveries(teamId: number, channelId: number, limit: number) {
  const deliveries = await prisma.delivery.findMany({
    where: { teamId, channelId, gatheredIn: null },
    orderBy: { id: "desc" },
    take: limit,
    select: {
      id: true,
      kind: true,
      status: true,
      report: true,
      createdAt: true,
      finishedAt: true,
      nextAttemptAt: true,
      incidentId: true,
      releasedAt: true,
      _count: { select: { gathered: { where: { kind: { not: "digest" } } } } },
      monitor: { select: { id: true, name: true } },
      tries: { orderBy: { id: "asc" }, select: { at: true, tookMs: true, outcome: true, detail: true } },
    },
  });
  return deliveries.map(({ _count, report, ...delivery }) => ({
    ...delivery,
    report: report as DeliveryReport | null,
    tells: _count.gathered,
  }));
}
