import { pool } from "../pool.ts";
import { openSecret, SealedForGood } from "../secret/open-secret.ts";

/** What Slack signs its requests about a channel with; null where there is no such channel, it has none, or it cannot be opened any more. */
export async function readSigningSecret(channelId: number): Promise<string | null> {
  const { rows } = await pool.query<{ teamId: number; secret: Buffer | null }>(
    `select team_id as "teamId", secret from channel where id = $1 and kind = 'slack'`,
    [channelId],
  );
  if (!rows[0]?.secret) return null;
  const { teamId, secret } = rows[0];
  try {
    const { signingSecret } = JSON.parse(openSecret({ owner: { teamId, channelId }, secret })) as { signingSecret?: string };
    return signingSecret ?? null;
  } catch (error) {
    if (error instanceof SealedForGood) return null;
    throw error;
  }
}
