import type { MaintenanceDraft } from "#core/maintenance/maintenance-draft.ts";
import { inTransaction } from "../transaction.ts";
import { bringInStep, lockMaintenance } from "./bring-in-step.ts";
import { keepMaintenance, setNext } from "./keep-maintenance.ts";
import { ForeignMonitor, monitorsOf, nameMonitors, tellOfMaintenance } from "./monitors-of.ts";

/**
 * Makes a maintenance; where one of its occurrences is on already, its monitors enter it at `now` (epoch milliseconds).
 * `foreign-monitor` where one of those named is not the team's.
 */
export async function createMaintenance(
  teamId: number,
  draft: MaintenanceDraft,
  now: number,
): Promise<{ maintenanceId: number } | "foreign-monitor"> {
  await keepMaintenance(now);
  const { name, startsAt, timeZone, durationMin, rule, isForAll, tags, monitorIds } = draft;
  try {
    return await inTransaction(async (client) => {
      await lockMaintenance(client, teamId);
      const { rows } = await client.query<{ maintenanceId: number }>(
        `insert into maintenance (team_id, name, starts_at, time_zone, duration_min, rule, is_for_all, tags)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id as "maintenanceId"`,
        [teamId, name, startsAt, timeZone, durationMin, rule, isForAll, tags],
      );
      const { maintenanceId } = rows[0]!;
      await nameMonitors(client, teamId, maintenanceId, monitorIds);
      await setNext(client, { maintenanceId, startsAt, timeZone, durationMin, rule, endedAt: null }, now);
      await bringInStep(client, await monitorsOf(client, maintenanceId), now);
      await tellOfMaintenance(client, teamId);
      return { maintenanceId };
    });
  } catch (error) {
    if (error instanceof ForeignMonitor) return "foreign-monitor";
    throw error;
  }
}
