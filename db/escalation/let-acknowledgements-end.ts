import type { PoolClient } from "pg";
import { acknowledgementEndedAt } from "#core/escalation/escalation-run.ts";
import { addIncidentEvent } from "../incident/add-incident-event.ts";
import { notify } from "../notify.ts";
import type { ClaimedEscalation } from "./claim-escalations.ts";

/** Where an acknowledgement has lasted its time at `now` (epoch milliseconds), nobody has the incident any more, and somebody may take it on again. */
export async function letAcknowledgementsEnd(
  client: PoolClient,
  claimed: readonly ClaimedEscalation[],
  now: number,
): Promise<void> {
  for (const { incidentId, teamId, policy, course } of claimed) {
    const endedAt = acknowledgementEndedAt(policy, course, now);
    if (endedAt === null) continue;
    const at = new Date(endedAt);
    await client.query("update incident set acknowledged_at = null, acknowledged_by = null, acknowledged_on = null where id = $1", [
      incidentId,
    ]);
    await client.query("update escalation set unacknowledged_at = $2 where incident_id = $1", [incidentId, at]);
    await addIncidentEvent(client, incidentId, at, { kind: "acknowledgement_ended" });
    await notify("team_seen", String(teamId), client);
  }
}
