import type { PoolClient } from "pg";
import { channelFailedMessage } from "#core/channel/channel-failed-message.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { env } from "#env.ts";
import { tellOnAnotherChannel } from "./tell-on-another-channel.ts";

/** Whose it is, and which. */
type FailedChannel = { teamId: number; channel: { channelId: number; kind: ChannelKind; name: string } };

/** Tells the team on another channel that this one gave up a message, inside the transaction that says so. */
export async function tellOfFailedChannel(
  client: PoolClient,
  { teamId, channel }: FailedChannel,
  reason: string | null,
  at: Date,
): Promise<void> {
  await tellOnAnotherChannel(client, teamId, channel, channelFailedMessage(channel, reason, at.getTime(), env.NEXTAUTH_URL));
}
