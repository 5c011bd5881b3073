import type { PoolClient } from "pg";
import { channelFailedMessage } from "#core/channel-failed-message.ts";
import { env } from "#env.ts";
import type { ClaimedDelivery } from "./claim-delivery.ts";
import { tellOnAnotherChannel } from "./tell-on-another-channel.ts";

/** Tells the team on another channel that this one gave up a message, inside the transaction that says so. */
export async function tellOfFailedChannel(
  client: PoolClient,
  { teamId, channel }: ClaimedDelivery,
  reason: string | null,
  at: Date,
): Promise<void> {
  await tellOnAnotherChannel(client, teamId, channel, channelFailedMessage(channel, reason, at.getTime(), env.NEXTAUTH_URL));
}
