import { pool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";

/** A person of a team as somebody saves them, with their channels in the order in which they are tried. */
export type ContactDraft = { name: string; userId: number | null; channelIds: number[] };

/**
 * Makes a contact of a team, or changes the one that is named. `foreign` where a channel or the user is not the team's; `not-found` where the team
 * has no such contact.
 */
export async function saveContact(
  teamId: number,
  contactId: number | null,
  { name, userId, channelIds }: ContactDraft,
): Promise<{ contactId: number } | "foreign" | "not-found"> {
  const wanted = [...new Set(channelIds)];
  return inTransaction(async (client) => {
    const { rows: of } = await client.query<{ channels: number; isMember: boolean }>(
      `select (select count(*)::int from channel where team_id = $1 and id = any($2::int[])) as channels,
         $3::int is null or exists (select from membership where team_id = $1 and user_id = $3) as "isMember"`,
      [teamId, wanted, userId],
    );
    if (of[0]!.channels !== wanted.length || !of[0]!.isMember) return "foreign";
    const { rows } =
      contactId === null
        ? await client.query<{ contactId: number }>(
            `insert into contact (team_id, name, user_id) values ($1, $2, $3) returning id as "contactId"`,
            [teamId, name, userId],
          )
        : await client.query<{ contactId: number }>(
            `update contact set name = $2, user_id = $3 where team_id = $1 and id = $4 returning id as "contactId"`,
            [teamId, name, userId, contactId],
          );
    if (!rows[0]) return "not-found";
    const saved = rows[0].contactId;
    await client.query("delete from contact_channel where contact_id = $1", [saved]);
    await client.query(
      "insert into contact_channel (contact_id, channel_id, position) select $1, * from unnest($2::int[]) with ordinality",
      [saved, wanted],
    );
    return { contactId: saved };
  }, pool);
}
