import type { TokenPurpose } from "#core/account/token.ts";
import { pool } from "../pool.ts";

/** What the web process asks for. A sign-up brings the hash (argon2id) of the password that was chosen. */
export type NewAccountMail =
  | { purpose: Extract<TokenPurpose, "sign_up">; email: string; passwordHash: string }
  | { purpose: Extract<TokenPurpose, "reset_password">; email: string };

/**
 * Asks for a mail about an account, whether or not there is one of that address: the worker finds out, so that asking takes as
 * long and answers the same either way. Returns its id.
 */
export async function addAccountMail(mail: NewAccountMail): Promise<number> {
  const passwordHash = mail.purpose === "sign_up" ? mail.passwordHash : null;
  const { rows } = await pool.query<{ id: number }>(
    `with added as (
       insert into account_mail (purpose, email, password_hash) values ($1::token_purpose, $2, $3) returning id
     )
     select id, pg_notify('account_mail_added', '') from added`,
    [mail.purpose, mail.email, passwordHash],
  );
  return rows[0]!.id;
}
