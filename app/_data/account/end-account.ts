import { deleteUser } from "#db/user/delete-user.ts";
import { endSessions } from "#db/user/end-sessions.ts";

/** Ends every open session of a user, whatever device it is on. */
export async function endEverySession(userId: number): Promise<void> {
  await endSessions(userId);
}

/** Deletes a user with the teams they are alone in; `last-owner` where they would leave a team without an owner. */
export function endAccount(userId: number): Promise<"deleted" | "last-owner"> {
  return deleteUser(userId);
}
