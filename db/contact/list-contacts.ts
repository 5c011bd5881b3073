import { pool } from "../pool.ts";

/** A contact of a team, the user it is, if it is one, and its channels in order. */
export type SavedContact = { contactId: number; name: string; user: { id: number; email: string } | null; channelIds: number[] };

/** The contacts of a team by name. */
export async function listContacts(teamId: number): Promise<SavedContact[]> {
  const { rows } = await pool.query<SavedContact>(
    `select c.id as "contactId", c.name,
       case when u.id is not null then json_build_object('id', u.id, 'email', u.email) end as "user",
       array(select channel_id from contact_channel where contact_id = c.id order by position, channel_id) as "channelIds"
     from contact c left join "user" u on u.id = c.user_id where c.team_id = $1 order by c.name, c.id`,
    [teamId],
  );
  return rows;
}
