import { scanSeen } from "#core/team/scan.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { freezeTeam } from "#db/team/freeze-team.ts";
import { listRunningFrozen } from "#db/team/list-running-frozen.ts";
import { listWantedLately } from "#db/team/list-wanted-lately.ts";
import type { Duty } from "./duties.ts";

const LOOK_EVERY_MS = 15_000;

/** Who stands in the history of a monitor that was paused with its team. */
const BY = "whoever runs this service";

/** Where strangers decide what is watched, teams that look like they scan are frozen: what they made lately is paused, and nothing new of them runs. */
export function freezeDuties(isEmbedded: boolean): Duty[] {
  return isEmbedded ? [] : [{ name: "froze teams that scan", everyMs: LOOK_EVERY_MS, run: freezeScanners }];
}

/** How many teams were frozen, and how many monitors paused. */
export async function freezeScanners(): Promise<{ teams: number; monitors: number }> {
  let [teams, monitors] = [0, 0];
  for (const { teamId, wanted } of await listWantedLately()) {
    const why = scanSeen(wanted);
    if (why !== null && (await freezeTeam(teamId, why))) teams += 1;
  }
  for (const { teamId, monitorId } of await listRunningFrozen()) {
    if (await pauseMonitor(teamId, monitorId, BY)) monitors += 1;
  }
  return { teams, monitors };
}
