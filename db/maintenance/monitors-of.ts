import type { PoolClient } from "pg";
import { notify } from "../notify.ts";
import { IS_FOR } from "./plan-row.ts";

/** Thrown inside a transaction to undo it: a monitor that is not the team's was asked for. */
export class ForeignMonitor extends Error {}

/** The monitors a maintenance is for just now. */
export async function monitorsOf(client: PoolClient, maintenanceId: number): Promise<number[]> {
  const { rows } = await client.query<{ monitorId: number }>(
    `select m.id as "monitorId" from maintenance x join monitor m on ${IS_FOR} where x.id = $1`,
    [maintenanceId],
  );
  return rows.map(({ monitorId }) => monitorId);
}

/** Makes these the monitors a maintenance names. All of them must be the team's own. */
export async function nameMonitors(client: PoolClient, teamId: number, maintenanceId: number, monitorIds: readonly number[]) {
  const wanted = [...new Set(monitorIds)];
  await client.query("delete from maintenance_monitor where maintenance_id = $1 and monitor_id <> all($2::int[])", [
    maintenanceId,
    wanted,
  ]);
  const { rowCount } = await client.query("select from monitor where team_id = $1 and id = any($2::int[]) for key share", [
    teamId,
    wanted,
  ]);
  if (rowCount !== wanted.length) throw new ForeignMonitor("a monitor of another team");
  await client.query(
    "insert into maintenance_monitor (maintenance_id, monitor_id) select $1, unnest($2::int[]) on conflict do nothing",
    [maintenanceId, wanted],
  );
}

/** Tells, with the commit, the team's open pages that its maintenance is another one now. */
export async function tellOfMaintenance(client: PoolClient, teamId: number): Promise<void> {
  await notify("team_seen", String(teamId), client);
}
