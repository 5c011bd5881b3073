import type { PoolClient } from "pg";
import { useToken } from "../token/use-token.ts";
import { inTransaction } from "../transaction.ts";

/** The session of the new user, or why there is none: the token is used up or out of date, or the address has an account by now. */
export type Confirmed = { userId: number; sessionVersion: number } | "gone" | "taken";

/**
 * Uses up the token of a sign-up: the user with the password chosen then, a team of their own, and a channel to the address that has
 * just been proved.
 */
export async function confirmSignUp(token: string, timeZone: string): Promise<Confirmed> {
  return inTransaction(async (client) => {
    const used = await useToken(client, token, "sign_up");
    if (!used) return "gone";

    const { rows } = await client.query<{ userId: number; sessionVersion: number }>(
      `insert into "user" (email, password_hash, time_zone) values ($1, $2, $3) on conflict (email) do nothing
       returning id as "userId", session_version as "sessionVersion"`,
      [used.email, used.passwordHash, timeZone],
    );
    const user = rows[0];
    if (!user) return "taken";

    await addTeam(client, user.userId, used.email);
    return user;
  });
}

async function addTeam(client: PoolClient, userId: number, email: string): Promise<void> {
  const teamName = `${email.slice(0, email.lastIndexOf("@"))}'s team`;
  const { rows } = await client.query<{ id: number }>("insert into team (name) values ($1) returning id", [teamName]);
  const teamId = rows[0]!.id;
  await client.query("insert into membership (team_id, user_id, role) values ($1, $2, 'owner')", [teamId, userId]);
  await client.query(
    "insert into channel (team_id, kind, name, config, leads_to, verified_at) values ($1, 'email', $2, $3, $4, now())",
    [teamId, email.slice(0, 100), { address: email }, email],
  );
}
