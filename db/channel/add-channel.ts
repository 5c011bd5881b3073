import type { ChannelDraft } from "#core/channel/channel-draft.ts";
import { wantMailRoute } from "../mail-route/want-mail-route.ts";
import { isRevokedIn } from "../revocation/address-sql.ts";
import { sealSecret } from "../secret/seal-secret.ts";
import { inTransaction } from "../transaction.ts";

/** Makes a channel of a team and returns its id. Until it is verified it is sent nothing but its code, and where its reader has revoked it not even that. */
export async function addChannel(teamId: number, draft: ChannelDraft): Promise<number> {
  const { kind, name, config, secrets, leadsTo, isVerified } = draft;
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into channel (team_id, kind, name, config, leads_to, verified_at)
       values ($1, $2, $3, $4, $5, case when $6 and not ${isRevokedIn("$1", "$2::channel_kind", "$4::jsonb")} then now() end) returning id`,
      [teamId, kind, name, config, leadsTo, isVerified],
    );
    const channelId = rows[0]!.id;
    if (Object.keys(secrets).length > 0) {
      const sealed = sealSecret({ teamId, channelId }, JSON.stringify(secrets)); // under its id, so not before it has one
      await client.query("update channel set secret = $2 where id = $1", [channelId, sealed]);
    }
    if (kind === "email") await wantMailRoute(client, leadsTo);
    return channelId;
  });
}
