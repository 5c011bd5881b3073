import { useToken } from "../token/use-token.ts";
import { inTransaction } from "../transaction.ts";

/**
 * Uses up the token of a forgotten password: sets the new one, ends every open session, and voids every other such token of the
 * address. Returns the session to open, or null where the token is used up or out of date, or the user is gone.
 */
export async function resetPassword(
  token: string,
  passwordHash: string,
): Promise<{ userId: number; sessionVersion: number } | null> {
  return inTransaction(async (client) => {
    const used = await useToken(client, token, "reset_password");
    if (!used) return null;
    await client.query("update token set used_at = now() where email = $1 and purpose = 'reset_password' and used_at is null", [
      used.email,
    ]);
    const { rows } = await client.query<{ userId: number; sessionVersion: number }>(
      `update "user" set password_hash = $2, session_version = session_version + 1 where email = $1
       returning id as "userId", session_version as "sessionVersion"`,
      [used.email, passwordHash],
    );
    return rows[0] ?? null;
  });
}
