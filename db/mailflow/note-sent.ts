import type { SentOutcome } from "#core/mailflow/mailflow-run.ts";
import { pool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { uncountMessages } from "./messages-of-day.ts";

/**
 * Writes down what became of a message that was claimed: it was accepted, now, or nobody can tell. One that was refused was never sent: it is
 * counted no more, and whoever looks again may send it. The first word counts; false where there was one.
 */
export async function noteSent(token: string, outcome: SentOutcome): Promise<boolean> {
  if (outcome === "refused") return noteRefused(token);
  const { rowCount } = await pool.query(
    `update mailflow_run set outcome = $2, sent_at = case when $2 = 'accepted' then now() else sent_at end
     where token = $1 and sent_at is not null and outcome is null`,
    [token, outcome],
  );
  return rowCount === 1;
}

type Claimed = { teamId: number; recipients: string[]; day: string };

async function noteRefused(token: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<Claimed>(
      `select team_id as "teamId", recipients, (sent_at at time zone 'UTC')::date::text as day from mailflow_run
       where token = $1 and sent_at is not null and outcome is null for update`,
      [token],
    );
    if (!rows[0]) return false;
    await client.query("update mailflow_run set sent_at = null, outcome = 'refused' where token = $1", [token]);
    await uncountMessages(client, rows[0].teamId, rows[0].recipients, rows[0].day);
    return true;
  });
}
