import { prisma } from "../client.ts";

/** One channel of a team with the monitors that use it, or null. */
export async function findChannel(teamId: number, channelId: number) {
  return prisma.channel.findFirst({
    where: { id: channelId, teamId },
    select: {
      id: true,
      kind: true,
      name: true,
      config: true,
      monitors: { orderBy: { monitor: { name: "asc" } }, select: { monitor: { select: { id: true, name: true } } } },
    },
  });
}
