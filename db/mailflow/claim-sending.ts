import type { Held } from "#core/message/held-message.ts";
import { inTransaction } from "../transaction.ts";
import { countMessages, type DailyLimits } from "./messages-of-day.ts";

/**
 * Writes down that the message of a run is about to be sent to these mailboxes (in lower case), and counts it: from then on nobody sends it again. Null where it is
 * this caller's to send.
 */
export async function claimSending(token: string, recipients: readonly string[], limits: DailyLimits): Promise<Held | null> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ teamId: number }>(
      `select team_id as "teamId" from mailflow_run where token = $1 and sent_at is null and found_at is null for update`,
      [token],
    );
    if (!rows[0]) return { because: "underway" };
    const usedUp = await countMessages(client, rows[0].teamId, recipients, limits);
    if (usedUp !== null) return usedUp;
    await client.query("update mailflow_run set sent_at = now(), outcome = null, recipients = $2 where token = $1", [
      token,
      recipients,
    ]);
    return null;
  });
}
