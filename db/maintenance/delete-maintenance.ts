import { inTransaction } from "../transaction.ts";
import { bringInStep, lockMaintenance } from "./bring-in-step.ts";
import { keepMaintenance } from "./keep-maintenance.ts";
import { monitorsOf, tellOfMaintenance } from "./monitors-of.ts";

/** Deletes a maintenance; monitors that are in it leave it at `now` (epoch milliseconds). False where the team has none such. */
export async function deleteMaintenance(teamId: number, maintenanceId: number, now: number): Promise<boolean> {
  await keepMaintenance(now);
  return inTransaction(async (client) => {
    await lockMaintenance(client, teamId);
    const before = await monitorsOf(client, maintenanceId);
    const { rowCount } = await client.query("delete from maintenance where team_id = $1 and id = $2", [teamId, maintenanceId]);
    if (rowCount === 0) return false;
    await bringInStep(client, before, now);
    await tellOfMaintenance(client, teamId);
    return true;
  });
}
