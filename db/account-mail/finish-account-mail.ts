import { pool } from "../pool.ts";
import type { ClaimedAccountMail } from "./claim-account-mails.ts";

/** What became of an attempt: done, over for good, or to be tried again after a while (ms). */
export type AccountMailEnd = { status: "sent" } | { status: "failed" } | { status: "pending"; retryAfterMs: number };

/**
 * Records the end of an attempt; false when another process has taken the mail over meanwhile. A mail that needs no other attempt
 * forgets the password hash: from then on it is the token's alone.
 */
export async function finishAccountMail(claimed: ClaimedAccountMail, end: AccountMailEnd): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update account_mail set
       status = $3::delivery_status,
       sent_at = case when $3 = 'sent' then now() end,
       next_attempt_at = now() + $4 * interval '1 ms',
       password_hash = case when $3 = 'pending' then password_hash end
     where id = $1 and status = 'sending' and attempts = $2`,
    [claimed.accountMailId, claimed.attempts, end.status, end.status === "pending" ? end.retryAfterMs : 0],
  );
  return rowCount === 1;
}
