import { pool } from "../pool.ts";
import { addressOf } from "./address-sql.ts";

/** Since when the channels of a team are revoked by whoever reads their addresses, by their ids; those that are not are left out. */
export async function listRevokedChannels(teamId: number): Promise<Map<number, Date>> {
  const { rows } = await pool.query<{ channelId: number; revokedAt: Date }>(
    `select c.id as "channelId", r.revoked_at as "revokedAt"
     from channel c join revocation r on r.team_id = c.team_id and r.address = ${addressOf("c")}
     where c.team_id = $1`,
    [teamId],
  );
  return new Map(rows.map(({ channelId, revokedAt }) => [channelId, revokedAt]));
}
