import type { PoolClient } from "pg";
import { channelRevokedMessage } from "#core/channel/channel-revoked-message.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { recipientRevokedMessage } from "#core/message/recipient-revoked-message.ts";
import { env } from "#env.ts";
import { tellOnAnotherChannel } from "../delivery/tell-on-another-channel.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addressOf } from "./address-sql.ts";

type Channel = { channelId: number; kind: ChannelKind; name: string };

/**
 * Whoever reads an address wants nothing more of a team there: its channels that lead there are confirmed no more, nor is the recipient of
 * test messages, their codes count no more, what waits for them is given up now, so that others are told, and the team hears of it on another road. False where it was revoked already.
 */
export async function revokeAddress(teamId: number, address: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount: isFirst } = await client.query(
      "insert into revocation (team_id, address) values ($1, $2) on conflict do nothing",
      [teamId, address],
    );
    if (!isFirst) return false;
    const channels = await stopChannels(client, teamId, address);
    const isTested = await isRecipient(client, teamId, address);
    await client.query(
      "update recipient set proved_at = null, code = null, next_attempt_at = null where team_id = $1 and mailbox = $2",
      [teamId, address],
    );
    await client.query("update delivery set next_attempt_at = now() where channel_id = any($1::int[]) and status = 'pending'", [
      channels.map(({ channelId }) => channelId),
    ]);
    await notify("delivery_added", "", client);
    await tellTeam(client, teamId, address, channels, isTested);
    await notify("team_seen", String(teamId), client);
    return true;
  });
}

/** The codes before the channels, in the order in which confirming locks them. */
async function stopChannels(client: PoolClient, teamId: number, address: string): Promise<Channel[]> {
  const leadsThere = `c.team_id = $1 and ${addressOf("c")} = $2`;
  await client.query(`delete from channel_code using channel c where c.id = channel_code.channel_id and ${leadsThere}`, [
    teamId,
    address,
  ]);
  const { rows } = await client.query<Channel>(
    `update channel c set verified_at = null where ${leadsThere} returning id as "channelId", kind, name`,
    [teamId, address],
  );
  return rows.toSorted((a, b) => a.channelId - b.channelId);
}

/** Whether test messages may have gone there: it is a recipient, or one by its domain. */
async function isRecipient(client: PoolClient, teamId: number, address: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from recipient where team_id = $1 and mailbox = $2
     union all select from mailflow_run where team_id = $1 and $2 = any(recipients) and sent_at > now() - interval '7 days'
     limit 1`,
    [teamId, address],
  );
  return rowCount === 1;
}

async function tellTeam(
  client: PoolClient,
  teamId: number,
  address: string,
  [first]: readonly Channel[],
  isTested: boolean,
): Promise<void> {
  const { rows } = await client.query<{ at: number }>("select (extract(epoch from now()) * 1000)::float8 as at");
  const { at } = rows[0]!;
  if (first) await tellOnAnotherChannel(client, teamId, first, channelRevokedMessage(first, address, at, env.NEXTAUTH_URL));
  if (isTested) await tellOnAnotherChannel(client, teamId, null, recipientRevokedMessage(address, at, env.NEXTAUTH_URL));
}
