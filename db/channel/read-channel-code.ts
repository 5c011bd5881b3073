import { pool } from "../pool.ts";
import { openSecret, SealedForGood } from "../secret/open-secret.ts";

/** The code that confirms a channel now; null where none counts any more, or it cannot be opened. */
export async function readChannelCode(teamId: number, channelId: number): Promise<string | null> {
  const { rows } = await pool.query<{ code: Buffer }>(
    `select k.code from channel_code k join channel c on c.id = k.channel_id
     where c.id = $2 and c.team_id = $1 and k.config = c.config and k.expires_at > now()`,
    [teamId, channelId],
  );
  if (!rows[0]) return null;
  try {
    return openSecret({ owner: { teamId, codeOfChannelId: channelId }, secret: rows[0].code });
  } catch (error) {
    if (error instanceof SealedForGood) return null;
    throw error;
  }
}
