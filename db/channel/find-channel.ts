import { prisma } from "../client.ts";
import { openSettings } from "./open-settings.ts";

/** One channel of a team with the monitors and contacts that use it, and which of its settings are secret and stored; or null. */
export async function findChannel(teamId: number, channelId: number) {
  const found = await prisma.channel.findFirst({
    where: { id: channelId, teamId },
    select: {
      id: true,
      kind: true,
      name: true,
      config: true,
      leadsTo: true,
      secret: true,
      verifiedAt: true,
      monitors: { orderBy: { monitor: { name: "asc" } }, select: { monitor: { select: { id: true, name: true } } } },
      contacts: { orderBy: { contact: { name: "asc" } }, select: { contact: { select: { name: true } } } },
    },
  });
  if (!found) return null;
  const { secret, ...channel } = found;
  return { ...channel, storedSecrets: Object.keys(openSettings(teamId, channelId, secret)) };
}
