import { sealSecret } from "../secret/seal-secret.ts";
import { inTransaction } from "../transaction.ts";

/** Keeps a team's key for a list, sealed, in place of the one it had. */
export async function putListKey(teamId: number, list: string, key: string): Promise<void> {
  await inTransaction(async (client) => {
    const { rows } = await client.query<{ id: number }>(
      `insert into dns_list_key (team_id, list) values ($1, $2)
       on conflict (team_id, list) do update set created_at = now() returning id`,
      [teamId, list],
    );
    const keyOfListId = rows[0]!.id; // it is sealed under its id, so not before it has one
    await client.query("update dns_list_key set secret = $2 where id = $1", [
      keyOfListId,
      sealSecret({ teamId, keyOfListId }, key),
    ]);
  });
}
