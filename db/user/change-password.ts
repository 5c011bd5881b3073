import { pool } from "../pool.ts";

/**
 * Sets another password and ends every open session. Returns the new session version, or null where the password is no longer the
 * one that was checked: somebody was first.
 */
export async function changePassword(userId: number, checked: string, passwordHash: string): Promise<number | null> {
  const { rows } = await pool.query<{ session_version: number }>(
    `update "user" set password_hash = $3, session_version = session_version + 1
     where id = $1 and password_hash = $2 returning session_version`,
    [userId, checked, passwordHash],
  );
  return rows[0]?.session_version ?? null;
}
