import { CODE_LIFETIME_MS } from "#core/channel/channel-code.ts";
import { alertPool } from "../pool.ts";
import { sealSecret } from "../secret/seal-secret.ts";

/**
 * Makes this the one code that confirms a channel, from now on and not for long. It counts for the settings it was sent to: whoever changes
 * the address meanwhile cannot confirm the new one by what the old one got.
 */
export async function putChannelCode(teamId: number, channelId: number, config: object, code: string): Promise<void> {
  await alertPool.query(
    `insert into channel_code (channel_id, code, config, expires_at) values ($1, $2, $3, now() + $4 * interval '1 ms')
     on conflict (channel_id) do update
     set code = excluded.code, config = excluded.config, tries = 0, expires_at = excluded.expires_at`,
    [channelId, sealSecret({ teamId, codeOfChannelId: channelId }, code), config, CODE_LIFETIME_MS],
  );
}
