import { inTransaction } from "../transaction.ts";

/**
 * Deletes a user, and with them each team nobody else is in. `last-owner` where a team with other members would be left without an
 * owner: then nothing is deleted.
 */
export async function deleteUser(userId: number): Promise<"deleted" | "last-owner"> {
  return inTransaction(async (client) => {
    // One at a time for each team: two last owners must not both find the other.
    const { rows: teams } = await client.query<{ id: number }>(
      "select t.id from team t join membership m on m.team_id = t.id where m.user_id = $1 order by t.id for update of t",
      [userId],
    );
    const teamIds = teams.map(({ id }) => id);
    const { rowCount: ownerless } = await client.query(
      `select from membership where team_id = any($2) group by team_id
       having count(*) > 1 and count(*) filter (where role = 'owner' and user_id <> $1) = 0`,
      [userId, teamIds],
    );
    if (ownerless) return "last-owner";

    await client.query(
      "delete from team where id = any($2) and not exists (select from membership where team_id = team.id and user_id <> $1)",
      [userId, teamIds],
    );
    await client.query(`delete from "user" where id = $1`, [userId]);
    return "deleted";
  });
}
