import type { PoolClient } from "pg";
import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/**
 * Somebody says that an open incident is over, and why. The monitor stays as it is, nothing has recovered, and so no channel is told; what
 * it may open again, and when, is in core/incident/handled.ts. False where the team has no such open incident.
 */
export async function resolveByHand(teamId: number, incidentId: number, user: { email: string }, why: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const monitorId = await lockMonitor(client, teamId, incidentId);
    const { rows } = await client.query<{ at: Date }>(
      `update incident set resolved_at = greatest(clock_timestamp()::timestamptz(3), opened_at),
         handled_after = (select coalesce(max(id), 0) from transition where monitor_id = $2)
       where id = $1 and monitor_id = $2 and resolved_at is null returning resolved_at as at`,
      [incidentId, monitorId],
    );
    if (!rows[0]) return false;
    await client.query("update health set incident_id = null, flapping_since = null, turned_at = '{}' where monitor_id = $1", [
      monitorId,
    ]);
    await addIncidentEvent(client, incidentId, rows[0].at, { kind: "resolved_by_hand", by: user.email, why });
    await notify("team_seen", String(teamId), client);
    return true;
  });
}

/** Under the lock of its monitor's health nothing is judged meanwhile. */
async function lockMonitor(client: PoolClient, teamId: number, incidentId: number): Promise<number | null> {
  const { rows } = await client.query<{ monitorId: number }>(
    `select monitor_id as "monitorId" from health
     where monitor_id = (select monitor_id from incident where team_id = $1 and id = $2) for update`,
    [teamId, incidentId],
  );
  return rows[0]?.monitorId ?? null;
}
