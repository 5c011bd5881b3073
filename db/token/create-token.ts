import { randomBytes } from "node:crypto";
import { TOKEN_LIFETIME_MS, type TokenPurpose } from "#core/account/token.ts";
import { pool } from "../pool.ts";
import { hashToken } from "./hash-token.ts";

/**
 * Makes the token of an account mail, to be sent and then forgotten: only its hash is kept. A mail that is tried again gets a new
 * one in place of the old. Null when there is nothing to send any more: the mail is gone, or its token was used already.
 */
export async function createToken(accountMailId: number, purpose: TokenPurpose): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const { rowCount } = await pool.query(
    `insert into token (hash, account_mail_id, purpose, email, password_hash, expires_at)
     select $1, id, purpose, email, password_hash, now() + $4 * interval '1 ms'
     from account_mail where id = $2 and purpose = $3::token_purpose
     on conflict (account_mail_id) do update
       set hash = excluded.hash, created_at = now(), expires_at = excluded.expires_at
       where token.used_at is null`,
    [hashToken(token), accountMailId, purpose, TOKEN_LIFETIME_MS[purpose]],
  );
  return rowCount === 1 ? token : null;
}
