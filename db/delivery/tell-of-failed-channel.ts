import type { PoolClient } from "pg";
import { channelFailedMessage } from "#core/channel-failed-message.ts";
import { isReadByPeople } from "#core/storm.ts";
import { CHANNEL_KINDS } from "#core/channel.ts";
import { env } from "#env.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import type { ClaimedDelivery } from "./claim-delivery.ts";

/**
 * Tells the team on another channel that this one gave up a message, inside the transaction that says so: once a day for each that fails, on the
 * one that took a message last, best of another kind. Where there is no other, the list of channels shows it.
 */
export async function tellOfFailedChannel(
  client: PoolClient,
  { teamId, channel }: ClaimedDelivery,
  reason: string | null,
  at: Date,
): Promise<void> {
  const message = channelFailedMessage(channel, reason, at.getTime(), env.NEXTAUTH_URL);
  const { rowCount } = await client.query(
    `insert into delivery (team_id, channel_id, kind, message)
     select c.team_id, c.id, 'channel_failed', $3
     from channel c
     where c.team_id = $1 and c.id <> $2 and c.verified_at is not null and c.kind::text = any($4::text[])
       and not exists (
         select from delivery told where told.team_id = $1 and told.kind = 'channel_failed'
           and told.message->>'url' = $5 and told.created_at > now() - interval '1 day')
     order by c.kind::text = $6, (select max(sent.finished_at) from delivery sent where sent.channel_id = c.id and sent.status = 'sent') desc nulls last, c.id
     limit 1`,
    [teamId, channel.channelId, jsonb(message), CHANNEL_KINDS.filter(isReadByPeople), message.url, channel.kind],
  );
  if (rowCount) await notify("delivery_added", "", client);
}
