import { notify } from "../notify.ts";
import { inTransaction } from "../transaction.ts";

/** Has another code sent to a mailbox that nobody has confirmed; false where one is on its way, or none is needed. */
export async function wantCode(teamId: number, recipientId: number): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `update recipient set wanted_at = now(), next_attempt_at = now(), attempts = 0, failure = null
       where team_id = $1 and id = $2 and proved_at is null and next_attempt_at is null`,
      [teamId, recipientId],
    );
    await notify("recipient_code_wanted", "", client);
    return rowCount === 1;
  });
}
