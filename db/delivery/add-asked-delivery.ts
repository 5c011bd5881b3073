import type { PoolClient } from "pg";
import type { CodeMessage, TestMessage } from "#core/message/message.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";

/** Puts what somebody has asked for into the outbox of a channel, inside the transaction that found it may be, and wakes the senders. */
export async function addAskedDelivery(
  client: PoolClient,
  { teamId, channelId }: { teamId: number; channelId: number },
  message: CodeMessage | TestMessage,
): Promise<void> {
  await client.query("insert into delivery (team_id, channel_id, kind, message) values ($1, $2, $3, $4)", [
    teamId,
    channelId,
    message.kind,
    jsonb(message),
  ]);
  await notify("delivery_added", "", client);
}
