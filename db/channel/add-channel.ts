import type { ChannelDraft } from "#core/channel-form.ts";
import { prisma } from "../client.ts";

/** Makes a channel of a team and returns its id. */
export async function addChannel(teamId: number, draft: ChannelDraft): Promise<number> {
  const { id } = await prisma.channel.create({ data: { teamId, ...draft }, select: { id: true } });
  return id;
}
