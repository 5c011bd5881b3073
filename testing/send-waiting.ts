import { prisma } from "#db/client.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import type { Team } from "#prisma/generated/client.ts";
import { deliver } from "#worker/deliver.ts";
import { log } from "#worker/log.ts";
import { roadsTo } from "./roads.ts";

/** Makes an attempt at everything of a team that waits, in the order in which it was added, as a worker does. */
export async function sendWaiting(team: Team, smtpUrls: string[]): Promise<void> {
  await releaseDue();
  const waiting = await prisma.delivery.findMany({ where: { teamId: team.id, status: "pending" }, orderBy: { id: "asc" } });
  for (const { id } of waiting) await deliver(id, roadsTo({ smtpUrls }), log.child({}, { level: "silent" }));
}
