import type { TokenPurpose } from "#core/account/token.ts";
import { NOW } from "../now.ts";
import { pool } from "../pool.ts";

/** A mail this process alone may send now. `attempts` counts this one, and is what finishing it must match. */
export type ClaimedAccountMail = {
  accountMailId: number;
  purpose: TokenPurpose;
  email: string;
  attempts: number;
  createdAt: Date;
  /** Whether somebody has an account of this address. */
  hasUser: boolean;
};

/** Claims up to `limit` mails that are due, and those whose sender was not heard of for two minutes. */
export async function claimAccountMails(limit: number): Promise<ClaimedAccountMail[]> {
  const { rows } = await pool.query<ClaimedAccountMail>(
    `update account_mail set status = 'sending', claimed_at = now(), attempts = attempts + 1
     where id in (
       select id from account_mail
       where (status = 'pending' and next_attempt_at <= ${NOW})
          or (status = 'sending' and claimed_at < now() - interval '2 minutes')
       order by next_attempt_at limit $1 for update skip locked
     )
     returning id as "accountMailId", purpose, email, attempts, created_at as "createdAt",
       exists (select from "user" where "user".email = account_mail.email) as "hasUser"`,
    [limit],
  );
  return rows;
}
