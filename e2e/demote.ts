import type { Person } from "./person.ts";
import { askDatabase } from "./product-database.ts";

/** From now on somebody may only look at their team. No page does that yet, so it is done in the database of the product. */
export async function demote({ email }: Person): Promise<void> {
  const rows = await askDatabase(
    `update membership set role = 'viewer' where user_id = (select id from "user" where email = $1) returning team_id`,
    [email],
  );
  if (rows.length !== 1) throw new Error(`${email} is in ${rows.length} teams.`);
}
