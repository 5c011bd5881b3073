import type { PoolClient } from "pg";
import type { HealthStatus } from "#core/check/status.ts";
import { databaseNow } from "../database-now.ts";
import { addIncidentEvent } from "../incident/add-incident-event.ts";
import { keepMaintenance } from "../maintenance/keep-maintenance.ts";
import { inTransaction } from "../transaction.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Takes a monitor out of the watch. An open incident is closed without a mail, for nothing has recovered; `by` is the address of who did
 * it and `at` when (epoch milliseconds; now where it is not said). False where the team has no such monitor or it is paused already.
 */
export async function pauseMonitor(teamId: number, monitorId: number, by: string, at?: number): Promise<boolean> {
  const now = at ?? (await databaseNow());
  await keepMaintenance(now);
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      "update monitor set paused_at = $3 where team_id = $1 and id = $2 and paused_at is null",
      [teamId, monitorId, new Date(now)],
    );
    if (rowCount === 0) return false;
    const pausedAt = await pauseHealth(client, monitorId, now);
    await closeIncident(client, monitorId, pausedAt, by);
    await tellOfChange(client, teamId, monitorId);
    return true;
  });
}

/** Health becomes paused, and the change a transition. Returns the instant of both. */
async function pauseHealth(client: PoolClient, monitorId: number, now: number): Promise<Date> {
  const { rows } = await client.query<{ status: HealthStatus; at: Date }>(
    "select status, greatest(since, $2) as at from health where monitor_id = $1 for update",
    [monitorId, new Date(now)],
  );
  const { status, at } = rows[0]!;
  await client.query(
    `update health set status = 'paused', reason = null, since = $2, incident_id = null,
       contrary_status = null, contrary_reason = null, contrary_count = 0, contrary_since = null, votes = null,
       flapping_since = null, turned_at = '{}'
     where monitor_id = $1`,
    [monitorId, at],
  );
  await client.query(`insert into transition (monitor_id, at, confirmed_at, "from", "to") values ($1, $2, $2, $3, 'paused')`, [
    monitorId,
    at,
    status,
  ]);
  return at;
}

async function closeIncident(client: PoolClient, monitorId: number, at: Date, by: string): Promise<void> {
  const { rows } = await client.query<{ incidentId: number }>(
    `update incident set resolved_at = $2 where monitor_id = $1 and resolved_at is null returning id as "incidentId"`,
    [monitorId, at],
  );
  for (const { incidentId } of rows) await addIncidentEvent(client, incidentId, at, { kind: "closed_by_pause", by });
}
