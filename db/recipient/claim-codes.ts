import { NOW } from "../now.ts";
import { pool } from "../pool.ts";

/** A code this process alone may send now. `attempts` counts this one, and is what finishing it must match. */
export type ClaimedCode = { recipientId: number; teamId: number; mailbox: string; attempts: number; wantedAt: Date };

/** Claims up to `limit` codes that are due, and those whose sender was not heard of for two minutes. Who has revoked an address gets none there. */
export async function claimCodes(limit: number): Promise<ClaimedCode[]> {
  const { rows } = await pool.query<ClaimedCode>(
    `update recipient set claimed_at = now(), attempts = attempts + 1
     where id in (
       select id from recipient as due
       where next_attempt_at <= ${NOW} and (claimed_at is null or claimed_at < now() - interval '2 minutes')
         and not exists (select from revocation where team_id = due.team_id and address = due.mailbox)
       order by next_attempt_at limit $1 for update skip locked
     )
     returning id as "recipientId", team_id as "teamId", mailbox, attempts, wanted_at as "wantedAt"`,
    [limit],
  );
  return rows;
}
