import type { IncidentEvent } from "#core/incident/incident.ts";
import { changeEscalation } from "../escalation/change-escalation.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

type Row = { incidentId: number; at: Date; teamId: number; name: string };

/**
 * Whoever reads a channel has taken open incidents on, all or none of those that nobody has. Where the channel says who it was the timelines
 * name them (`by`), and otherwise the channel. Returns how many; none where the channel is gone.
 */
export async function acknowledgeAllOnChannel(incidentIds: readonly number[], channelId: number, by?: string): Promise<number> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<Row>(
      `update incident i set acknowledged_at = now(), acknowledged_on = c.id
       from channel c
       where c.id = $2 and c.team_id = i.team_id and i.id in (
         select id from incident where id = any($1) and acknowledged_at is null and resolved_at is null order by id for no key update)
       returning i.id as "incidentId", i.acknowledged_at as at, i.team_id as "teamId", c.name`,
      [incidentIds, channelId],
    );
    if (!rows[0]) return 0;
    const { at, teamId, name } = rows[0];
    const acknowledged = rows.map(({ incidentId }) => incidentId);
    const event: IncidentEvent = { kind: "acknowledged", ...(by === undefined ? { by: name, isChannel: true } : { by }) };
    const { kind, ...detail } = event;
    await client.query(
      "insert into incident_event (incident_id, at, kind, detail) select id, $2, $3, $4 from unnest($1::int[]) id",
      [acknowledged, at, kind, jsonb(detail)],
    );
    await changeEscalation(client, acknowledged, "acknowledged");
    await notify("team_seen", String(teamId), client);
    return rows.length;
  });
}
