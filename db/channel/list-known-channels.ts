import type { ChannelKind } from "#core/channel/channel.ts";
import { pool } from "../pool.ts";

/** A channel as those know it who say who is told. */
export type KnownChannel = { channelId: number; kind: ChannelKind; name: string; leadsTo: string; isConfirmed: boolean };

/** The channels of a team in the order they were made, and nothing of what uses them, which may be a thousand monitors. */
export async function listKnownChannels(teamId: number): Promise<KnownChannel[]> {
  const { rows } = await pool.query<KnownChannel>(
    `select id as "channelId", kind, name, leads_to as "leadsTo", verified_at is not null as "isConfirmed"
     from channel where team_id = $1 order by id`,
    [teamId],
  );
  return rows;
}
