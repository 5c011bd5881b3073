import type { PoolClient } from "pg";
import { CHANNEL_KINDS, type ChannelKind } from "#core/channel/channel.ts";
import type { ChannelFailedMessage, ChannelRevokedMessage, RecipientRevokedMessage } from "#core/message/message.ts";
import { isReadByPeople } from "#core/message/storm.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";

/**
 * Tells a team on another channel what became of one, inside the transaction that says so: the same once a day for each, on the one that took a
 * message last, best of another kind. Where there is no other, the list of channels shows it. `of` is null for what is no channel.
 */
export async function tellOnAnotherChannel(
  client: PoolClient,
  teamId: number,
  of: { channelId: number; kind: ChannelKind } | null,
  message: ChannelFailedMessage | ChannelRevokedMessage | RecipientRevokedMessage,
): Promise<void> {
  const { rowCount } = await client.query(
    `insert into delivery (team_id, channel_id, kind, message)
     select c.team_id, c.id, $7::message_kind, $3
     from channel c
     where c.team_id = $1 and c.id is distinct from $2 and c.verified_at is not null and c.kind::text = any($4::text[])
       and not exists (
         select from delivery told where told.team_id = $1 and told.kind = $7::message_kind
           and told.message->>'url' = $5 and told.created_at > now() - interval '1 day')
     order by c.kind::text = $6, (select max(sent.finished_at) from delivery sent where sent.channel_id = c.id and sent.status = 'sent') desc nulls last, c.id
     limit 1`,
    [
      teamId,
      of?.channelId ?? null,
      jsonb(message),
      CHANNEL_KINDS.filter(isReadByPeople),
      message.url,
      of?.kind ?? null,
      message.kind,
    ],
  );
  if (rowCount) await notify("delivery_added", "", client);
}
