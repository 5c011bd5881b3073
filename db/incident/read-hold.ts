import { pool } from "../pool.ts";

/** Who has incidents: how many there are, how many of them nobody has, how many somebody has, and how many of those the channel's reader. */
export type IncidentHold = { all: number; open: number; held: number; heldHere: number };

/** Who has these incidents, as far as the reader of a channel of their team may know. */
export async function readHold(incidentIds: readonly number[], channelId: number): Promise<IncidentHold> {
  const { rows } = await pool.query<IncidentHold>(
    `select count(*)::int as all, (count(*) filter (where i.resolved_at is null and i.acknowledged_at is null))::int as open,
       (count(*) filter (where i.resolved_at is null and i.acknowledged_at is not null))::int as held,
       (count(*) filter (where i.resolved_at is null and i.acknowledged_on = c.id))::int as "heldHere"
     from incident i join channel c on c.team_id = i.team_id
     where i.id = any($1) and c.id = $2`,
    [incidentIds, channelId],
  );
  return rows[0]!;
}
