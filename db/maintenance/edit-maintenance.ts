import type { MaintenanceDraft } from "#core/maintenance/maintenance-draft.ts";
import { inTransaction } from "../transaction.ts";
import { bringInStep, lockMaintenance } from "./bring-in-step.ts";
import { keepMaintenance, setNext } from "./keep-maintenance.ts";
import { ForeignMonitor, monitorsOf, nameMonitors, tellOfMaintenance } from "./monitors-of.ts";

/**
 * Changes a maintenance. Monitors it was on for and is no more leave it at `now` (epoch milliseconds), and others enter it. One that was
 * ended by hand stays so unless its time is changed. `not-found` where the team has none such, `foreign-monitor` where one of those named
 * is not the team's.
 */
export async function editMaintenance(
  teamId: number,
  maintenanceId: number,
  draft: MaintenanceDraft,
  now: number,
): Promise<"edited" | "not-found" | "foreign-monitor"> {
  await keepMaintenance(now);
  const { name, startsAt, timeZone, durationMin, rule, isForAll, tags, monitorIds } = draft;
  try {
    return await inTransaction(async (client) => {
      await lockMaintenance(client, teamId);
      const before = await monitorsOf(client, maintenanceId);
      const { rows } = await client.query<{ endedAt: number | null }>(
        `update maintenance set name = $3, starts_at = $4, time_zone = $5, duration_min = $6, rule = $7, is_for_all = $8, tags = $9,
           ended_at = case when (starts_at, time_zone, duration_min, rule) is distinct from ($4, $5, $6, $7) then null else ended_at end
         where team_id = $1 and id = $2 returning (extract(epoch from ended_at) * 1000)::float8 as "endedAt"`,
        [teamId, maintenanceId, name, startsAt, timeZone, durationMin, rule, isForAll, tags],
      );
      if (!rows[0]) return "not-found";
      await nameMonitors(client, teamId, maintenanceId, monitorIds);
      await setNext(client, { maintenanceId, startsAt, timeZone, durationMin, rule, endedAt: rows[0].endedAt }, now);
      await bringInStep(client, [...new Set([...before, ...(await monitorsOf(client, maintenanceId))])], now);
      await tellOfMaintenance(client, teamId);
      return "edited";
    });
  } catch (error) {
    if (error instanceof ForeignMonitor) return "foreign-monitor";
    throw error;
  }
}
