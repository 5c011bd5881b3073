import { pool } from "../pool.ts";

/** Takes a mailbox of a team out of its recipients: no test message goes there any more. One that is gone already is gone. */
export async function deleteRecipient(teamId: number, recipientId: number): Promise<void> {
  await pool.query("delete from recipient where team_id = $1 and id = $2", [teamId, recipientId]);
}
