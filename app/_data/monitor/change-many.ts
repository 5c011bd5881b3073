import type { Viewer } from "#core/account/viewer.ts";
import { changeTags } from "#db/monitor/change-tags.ts";
import { deleteMonitor } from "#db/monitor/delete-monitor.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { resumeMonitor } from "#db/monitor/resume-monitor.ts";

/** Pauses those of the editor's team that are watched. Returns which. */
export function pauseMany({ teamId, email }: Viewer, monitorIds: readonly number[]): Promise<number[]> {
  return inTurn(monitorIds, (monitorId) => pauseMonitor(teamId, monitorId, email));
}

/** Resumes those of the editor's team that are paused. Returns which. */
export function resumeMany({ teamId }: Viewer, monitorIds: readonly number[]): Promise<number[]> {
  return inTurn(monitorIds, (monitorId) => resumeMonitor(teamId, monitorId));
}

/** Deletes those of the editor's team with all that was seen of them. Returns which. */
export function removeMany({ teamId }: Viewer, monitorIds: readonly number[]): Promise<number[]> {
  return inTurn(monitorIds, (monitorId) => deleteMonitor(teamId, monitorId));
}

/** Adds and takes away tags of the editor's team's monitors. */
export function tagMany(
  { teamId }: Viewer,
  monitorIds: readonly number[],
  change: { add: string[]; remove: string[] },
): ReturnType<typeof changeTags> {
  return changeTags(teamId, monitorIds, change);
}

/** One after the other, each in its own transaction: one that fails does not undo the others. */
async function inTurn(monitorIds: readonly number[], change: (monitorId: number) => Promise<boolean>): Promise<number[]> {
  const changed: number[] = [];
  for (const monitorId of monitorIds) if (await change(monitorId)) changed.push(monitorId);
  return changed;
}
