import { prisma } from "../client.ts";

/** Deletes a channel of a team with its deliveries; the monitors that used it tell one channel less. False where there is none. */
export async function deleteChannel(teamId: number, channelId: number): Promise<boolean> {
  const { count } = await prisma.channel.deleteMany({ where: { id: channelId, teamId } });
  return count === 1;
}
