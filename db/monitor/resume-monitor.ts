import { databaseNow } from "../database-now.ts";
import { bringInStep } from "../maintenance/bring-in-step.ts";
import { inTransaction } from "../transaction.ts";
import { addCheckRequest } from "./add-check-request.ts";
import { tellOfChange } from "./tell-of-change.ts";

/**
 * Watches a paused monitor again at `at` (epoch milliseconds; now where it is not said), from "unknown" or from the maintenance it is in, and asks for a check at
 * once. False where the team has no such paused monitor, or made it so late that it stays paused while the team is frozen.
 */
export async function resumeMonitor(teamId: number, monitorId: number, at?: number): Promise<boolean> {
  const now = at ?? (await databaseNow());
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `update monitor set paused_at = null where team_id = $1 and id = $2 and paused_at is not null
         and not exists (select from team where team.id = $1 and frozen_from <= monitor.created_at)`,
      [teamId, monitorId],
    );
    if (rowCount === 0) return false;
    await client.query(
      `with resumed as (
         update health set status = 'unknown', reason = null, since = greatest(since, $2) where monitor_id = $1 returning since
       )
       insert into transition (monitor_id, at, confirmed_at, "from", "to") select $1, since, since, 'paused', 'unknown' from resumed`,
      [monitorId, new Date(now)],
    );
    await bringInStep(client, [monitorId], now);
    await addCheckRequest(client, monitorId);
    await tellOfChange(client, teamId, monitorId);
    return true;
  });
}
