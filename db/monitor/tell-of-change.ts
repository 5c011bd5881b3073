import type { PoolClient } from "pg";
import { notify } from "../notify.ts";

/** Tells, with the commit, the workers that a monitor is another one now, and the team's open pages to look again. */
export async function tellOfChange(client: PoolClient, teamId: number, monitorId: number): Promise<void> {
  await notify("monitor_changed", String(monitorId), client);
  await notify("team_seen", String(teamId), client);
}
