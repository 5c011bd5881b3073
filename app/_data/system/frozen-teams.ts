import { resumeMonitor } from "#db/monitor/resume-monitor.ts";
import { letTeamGo } from "#db/team/let-team-go.ts";
import { listFrozenTeams } from "#db/team/list-frozen-teams.ts";
import { requireOperator } from "./operator.ts";

/** The teams that looked like they scan, with what was seen. */
export async function loadFrozenTeams() {
  await requireOperator();
  return listFrozenTeams();
}

/** Lets a frozen team go again, and what was paused with it; one that is free already is. */
export async function letGoAgain(teamId: number): Promise<void> {
  await requireOperator();
  for (const monitorId of (await letTeamGo(teamId)) ?? []) await resumeMonitor(teamId, monitorId);
}
