import type { DeliveryReport } from "#core/message/delivery-report.ts";
import { prisma } from "../client.ts";

const TRIES = { orderBy: { id: "asc" }, select: { at: true, tookMs: true, outcome: true, detail: true } } as const;

/** What was sent about a team's incident, in order, each with its attempts; where it was told in a digest, with those of the digest and how much that tells. */
export async function listIncidentDeliveries(teamId: number, incidentId: number) {
  const deliveries = await prisma.delivery.findMany({
    where: { teamId, incidentId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      kind: true,
      status: true,
      report: true,
      createdAt: true,
      finishedAt: true,
      digest: { select: { report: true, tries: TRIES, _count: { select: { gathered: { where: { kind: { not: "digest" } } } } } } },
      channel: { select: { id: true, name: true, kind: true } },
      tries: TRIES,
    },
  });
  return deliveries.map(({ digest, tries, report, ...delivery }) => ({
    ...delivery,
    report: (digest?.report ?? report) as DeliveryReport | null,
    tries: digest?.tries ?? tries,
    togetherWith: digest === null ? 0 : digest._count.gathered - 1,
  }));
}
