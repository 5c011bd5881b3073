import { occurrencesIn } from "#core/maintenance/maintenance.ts";
import { inTransaction } from "../transaction.ts";
import { bringInStep, lockMaintenance } from "./bring-in-step.ts";
import { keepMaintenance, setNext } from "./keep-maintenance.ts";
import { monitorsOf, tellOfMaintenance } from "./monitors-of.ts";
import { PLAN_COLUMNS, type PlanRow } from "./plan-row.ts";

/**
 * "End now": the occurrence that is on at `now` (epoch milliseconds) is over then, and its monitors leave it; later ones come as planned.
 * False where the team has no such maintenance or it is not on.
 */
export async function endMaintenance(teamId: number, maintenanceId: number, now: number): Promise<boolean> {
  await keepMaintenance(now);
  return inTransaction(async (client) => {
    await lockMaintenance(client, teamId);
    const { rows } = await client.query<PlanRow>(`select ${PLAN_COLUMNS} from maintenance x where x.team_id = $1 and x.id = $2`, [
      teamId,
      maintenanceId,
    ]);
    const plan = rows[0];
    if (!plan || occurrencesIn(plan, now, now + 1).length === 0) return false;
    await client.query("update maintenance set ended_at = $2 where id = $1", [maintenanceId, new Date(now)]);
    await setNext(client, { ...plan, endedAt: now }, now);
    await bringInStep(client, await monitorsOf(client, maintenanceId), now);
    await tellOfMaintenance(client, teamId);
    return true;
  });
}
