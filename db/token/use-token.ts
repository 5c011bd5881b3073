import type { PoolClient } from "pg";
import type { TokenPurpose } from "#core/account/token.ts";
import { hashToken } from "./hash-token.ts";

/** Uses a token up in a transaction, once: of any number that try at once, one gets what it stands for and the others null. */
export async function useToken(
  client: PoolClient,
  token: string,
  purpose: TokenPurpose,
): Promise<{ email: string; passwordHash: string | null } | null> {
  const { rows } = await client.query<{ email: string; passwordHash: string | null }>(
    `update token set used_at = now()
     where hash = $1 and purpose = $2::token_purpose and used_at is null and expires_at > now()
     returning email, password_hash as "passwordHash"`,
    [hashToken(token), purpose],
  );
  return rows[0] ?? null;
}
