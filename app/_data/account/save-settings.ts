import type { Viewer } from "#core/account/viewer.ts";
import { renameTeam } from "#db/team/rename-team.ts";
import { setTimeZone } from "#db/user/set-time-zone.ts";

/** Keeps the time zone a user reads in. */
export function saveTimeZone(userId: number, timeZone: string): Promise<void> {
  return setTimeZone(userId, timeZone);
}

/** Renames the viewer's team; false where they are not one of its owners or admins. */
export function saveTeamName({ teamId, userId }: Viewer, name: string): Promise<boolean> {
  return renameTeam(teamId, userId, name);
}
