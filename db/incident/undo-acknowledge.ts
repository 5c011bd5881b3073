import { changeEscalation } from "../escalation/change-escalation.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/**
 * Nobody has an open incident any more, as `user` says of their own acknowledgement or of somebody else's. False where the team has no such
 * open incident or nobody had it.
 */
export async function undoAcknowledge(teamId: number, incidentId: number, user: { email: string }): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ at: Date }>(
      `update incident set acknowledged_at = null, acknowledged_by = null, acknowledged_on = null
       where team_id = $1 and id = $2 and acknowledged_at is not null and resolved_at is null returning now() as at`,
      [teamId, incidentId],
    );
    if (!rows[0]) return false;
    await addIncidentEvent(client, incidentId, rows[0].at, { kind: "unacknowledged", by: user.email });
    await changeEscalation(client, incidentId, "unacknowledged");
    await notify("team_seen", String(teamId), client);
    return true;
  });
}
