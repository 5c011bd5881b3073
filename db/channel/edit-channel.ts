import type { PoolClient } from "pg";
import type { ChannelBefore, ChannelDraft } from "#core/channel/channel-draft.ts";
import { wantMailRoute } from "../mail-route/want-mail-route.ts";
import { isRevokedIn } from "../revocation/address-sql.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import { inTransaction } from "../transaction.ts";
import { openSettings } from "./open-settings.ts";

type Row = Omit<ChannelBefore, "secrets"> & { secret: Buffer | null };

/**
 * Changes a channel of a team to what `change` makes of it as it is, unless it makes nothing of it; a channel never changes its kind.
 * An address that its reader has revoked is not verified by it. Secret settings that cannot be opened any more are none. False where the team has no such channel, or nothing was made of it.
 */
export async function editChannel(
  teamId: number,
  channelId: number,
  change: (before: ChannelBefore) => ChannelDraft | null,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const before = await lockChannel(client, teamId, channelId);
    const draft = before && change(before);
    if (!draft || draft.kind !== before.kind) return false;
    const { name, config, secrets, leadsTo, isVerified } = draft;
    const hasSecrets = Object.keys(secrets).length > 0;
    await client.query(
      `update channel set name = $2, config = $3, secret = $4, leads_to = $5,
         verified_at = case when $6 and not ${isRevokedIn("channel.team_id", "channel.kind", "$3::jsonb")} then coalesce(verified_at, now()) end
       where id = $1`,
      [
        channelId,
        name,
        config,
        hasSecrets ? sealSecret({ teamId, channelId }, JSON.stringify(secrets)) : null,
        leadsTo,
        isVerified,
      ],
    );
    if (draft.kind === "email") await wantMailRoute(client, leadsTo);
    return true;
  });
}

async function lockChannel(client: PoolClient, teamId: number, channelId: number): Promise<ChannelBefore | null> {
  const { rows } = await client.query<Row>(
    `select kind, name, config, secret, verified_at is not null as "isVerified" from channel where team_id = $1 and id = $2 for no key update`,
    [teamId, channelId],
  );
  if (!rows[0]) return null;
  const { secret, ...before } = rows[0];
  return { ...before, secrets: openSettings(teamId, channelId, secret) };
}
