import { timingSafeEqual } from "node:crypto";
import { CODE_TRIES } from "#core/channel/channel-code.ts";
import { notify } from "../notify.ts";
import { isRevoked } from "../revocation/address-sql.ts";
import { openSecret, SealedForGood } from "../secret/open-secret.ts";
import { inTransaction } from "../transaction.ts";

type Row = { code: Buffer };

/**
 * Confirms a channel of a team by the code that was sent to it, once. `wrong` counts as a try; `no-code` where there is none that counts
 * any more: it is too old, was tried too often, was sent to another address than the channel has now, or its reader has revoked it.
 */
export async function confirmChannel(teamId: number, channelId: number, typed: string): Promise<"confirmed" | "wrong" | "no-code"> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<Row>(
      `update channel_code set tries = tries + 1
       from channel
       where channel.id = $2 and channel.team_id = $1 and channel_code.channel_id = channel.id and channel_code.config = channel.config
         and tries < $3 and expires_at > now() and not ${isRevoked("channel")}
       returning channel_code.code`,
      [teamId, channelId, CODE_TRIES],
    );
    const code = rows[0] && open(teamId, channelId, rows[0].code);
    if (code === undefined) return "no-code";
    if (!isSame(code, typed)) return "wrong";
    await client.query("update channel set verified_at = now() where id = $1", [channelId]);
    await client.query("delete from channel_code where channel_id = $1", [channelId]);
    await notify("team_seen", String(teamId), client);
    return "confirmed";
  });
}

function open(teamId: number, channelId: number, sealed: Buffer): string | undefined {
  try {
    return openSecret({ owner: { teamId, codeOfChannelId: channelId }, secret: sealed });
  } catch (error) {
    if (error instanceof SealedForGood) return undefined; // the key was changed and is gone: a new code is sent under the new one
    throw error;
  }
}

function isSame(code: string, typed: string): boolean {
  return code.length === typed.length && timingSafeEqual(Buffer.from(code), Buffer.from(typed));
}
