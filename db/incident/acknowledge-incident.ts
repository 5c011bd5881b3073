import { changeEscalation } from "../escalation/change-escalation.ts";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/**
 * Somebody has taken an open incident on; the first one to say so is kept. `by` is their address for the timeline. False where the team
 * has no such open incident or it is acknowledged already.
 */
export async function acknowledgeIncident(
  teamId: number,
  incidentId: number,
  user: { userId: number; email: string },
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ at: Date }>(
      `update incident set acknowledged_at = now(), acknowledged_by = $3
       where team_id = $1 and id = $2 and acknowledged_at is null and resolved_at is null returning acknowledged_at as at`,
      [teamId, incidentId, user.userId],
    );
    if (!rows[0]) return false;
    await addIncidentEvent(client, incidentId, rows[0].at, { kind: "acknowledged", by: user.email });
    await changeEscalation(client, incidentId, "acknowledged");
    await notify("team_seen", String(teamId), client);
    return true;
  });
}
