import { pool } from "../pool.ts";
import type { ClaimedCode } from "./claim-codes.ts";

/** What became of an attempt: sent, given up for a reason, or to be tried again after so many ms. */
export type CodeEnd = { sent: true } | { sent: false; reason: string; retryAfterMs: number | null };

/** Writes down the end of an attempt, and tells the team's open pages; false where another process has taken it over meanwhile. */
export async function finishCode({ recipientId, attempts }: ClaimedCode, end: CodeEnd): Promise<boolean> {
  const retryAfterMs = end.sent ? null : end.retryAfterMs;
  const { rowCount } = await pool.query(
    `with finished as (
       update recipient set claimed_at = null, failure = $4,
         sent_at = case when $3 then now() else sent_at end,
         next_attempt_at = now() + $5::float8 * interval '1 ms',
         wanted_at = case when $5::float8 is not null then wanted_at end
       where id = $1 and attempts = $2 and claimed_at is not null returning team_id
     )
     select pg_notify('team_seen', team_id::text) from finished`,
    [recipientId, attempts, end.sent, end.sent ? null : end.reason, retryAfterMs],
  );
  return rowCount === 1;
}
