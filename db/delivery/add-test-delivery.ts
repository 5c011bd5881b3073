import type { Message } from "#core/message.ts";
import { env } from "#env.ts";
import { prisma } from "../client.ts";

/** Tests a team may send in ten minutes: a channel's address may belong to somebody who never asked for it. */
const TESTS_PER_TEN_MINUTES = 10;

/**
 * Puts a test message for a channel into the outbox and wakes the senders. `not-found` where the channel is not the team's or the
 * user may not change the team's channels; `unverified` where nobody has confirmed its address yet; `too-many` where the team has sent its share.
 */
export async function addTestDelivery(
  teamId: number,
  channelId: number,
  userId: number,
): Promise<"added" | "not-found" | "unverified" | "too-many"> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select from team where id = ${teamId} for no key update`; // one at a time, so that counting holds
    const channel = await tx.channel.findFirst({
      where: { id: channelId, teamId, team: { memberships: { some: { userId, role: { not: "viewer" } } } } },
    });
    if (!channel) return "not-found";
    if (channel.verifiedAt === null) return "unverified";

    const tenMinutesAgo = new Date(Date.now() - 10 * 60_000);
    const sent = await tx.delivery.count({ where: { teamId, kind: "test", createdAt: { gt: tenMinutesAgo } } });
    if (sent >= TESTS_PER_TEN_MINUTES) return "too-many";

    const url = new URL(`/channels/${channelId}`, env.NEXTAUTH_URL).href;
    const message: Message = { kind: "test", channelName: channel.name, url };
    await tx.delivery.create({ data: { teamId, channelId, kind: "test", message } });
    await tx.$executeRaw`select pg_notify('delivery_added', '')`;
    return "added";
  });
}
