import type { CodeMessage } from "#core/message.ts";
import { env } from "#env.ts";
import { prisma } from "../client.ts";

/**
 * Puts the code that confirms a channel into the outbox and wakes the senders; the code itself is made when it is sent. `underway` where
 * one is on its way already; `not-found` where the channel is not the team's, or needs none.
 */
export async function addCodeDelivery(teamId: number, channelId: number): Promise<"added" | "underway" | "not-found"> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select from channel where id = ${channelId} and team_id = ${teamId} for no key update`; // one at a time
    const channel = await tx.channel.findFirst({ where: { id: channelId, teamId, verifiedAt: null } });
    if (!channel) return "not-found";
    const underway = await tx.delivery.count({ where: { channelId, kind: "code", status: { in: ["pending", "sending"] } } });
    if (underway > 0) return "underway";

    const message: CodeMessage = {
      kind: "code",
      channelName: channel.name,
      url: new URL(`/channels/${channelId}`, env.NEXTAUTH_URL).href,
    };
    await tx.delivery.create({ data: { teamId, channelId, kind: "code", message } });
    await tx.$executeRaw`select pg_notify('delivery_added', '')`;
    return "added";
  });
}
