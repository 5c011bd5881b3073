import type { ChannelDraft } from "#core/channel-form.ts";
import { prisma } from "../client.ts";

/** Changes a channel of a team; a channel never changes its kind. False where the team has no such channel. */
export async function editChannel(teamId: number, channelId: number, { kind, name, config }: ChannelDraft): Promise<boolean> {
  const { count } = await prisma.channel.updateMany({ where: { id: channelId, teamId, kind }, data: { name, config } });
  return count === 1;
}
