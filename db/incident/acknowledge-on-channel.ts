import type { IncidentEvent } from "#core/incident.ts";
import { changeEscalation } from "../escalation/change-escalation.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/**
 * Whoever reads a channel has taken an open incident on, by a link, a key of the phone or a button. Where the channel says who it was the
 * timeline names them (`by`), and otherwise the channel. False where it is over or acknowledged already, or the channel is gone.
 */
export async function acknowledgeOnChannel(incidentId: number, channelId: number, by?: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ at: Date; teamId: number; name: string }>(
      `update incident i set acknowledged_at = now(), acknowledged_on = c.id
       from channel c
       where i.id = $1 and c.id = $2 and c.team_id = i.team_id and i.acknowledged_at is null and i.resolved_at is null
       returning i.acknowledged_at as at, i.team_id as "teamId", c.name`,
      [incidentId, channelId],
    );
    if (!rows[0]) return false;
    const { at, teamId, name } = rows[0];
    const event: IncidentEvent = { kind: "acknowledged", ...(by === undefined ? { by: name, isChannel: true } : { by }) };
    await addIncidentEvent(client, incidentId, at, event);
    await changeEscalation(client, incidentId, "acknowledged");
    await notify("team_seen", String(teamId), client);
    return true;
  });
}
