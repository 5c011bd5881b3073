import type { TokenPurpose } from "#core/account/token.ts";
import { pool } from "../pool.ts";
import { hashToken } from "./hash-token.ts";

/** A token that can still be used, without using it; null for any other. For a sign-up it brings the hash of the chosen password. */
export async function findToken(
  token: string,
  purpose: TokenPurpose,
): Promise<{ email: string; passwordHash: string | null } | null> {
  const { rows } = await pool.query<{ email: string; passwordHash: string | null }>(
    `select email, password_hash as "passwordHash" from token
     where hash = $1 and purpose = $2::token_purpose and used_at is null and expires_at > now()`,
    [hashToken(token), purpose],
  );
  return rows[0] ?? null;
}
