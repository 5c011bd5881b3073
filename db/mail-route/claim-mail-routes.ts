import type { MailServer } from "#core/message/mail-route.ts";
import { NOW } from "../now.ts";
import { pool } from "../pool.ts";

/** A look-up this process alone does now; `servers` are those that were found before. */
export type DueMailRoute = { name: string; isRelay: boolean; servers: MailServer[] | null; claimedAt: Date };

/** Claims up to `limit` look-ups that are due, oldest first; one that was claimed a minute ago and not finished is due again. */
export async function claimMailRoutes(limit: number): Promise<DueMailRoute[]> {
  const { rows } = await pool.query<DueMailRoute>(
    `update mail_route set claimed_at = ${NOW}
     where (name, is_relay) in (
       select name, is_relay from mail_route
       where next_at <= ${NOW} and (claimed_at is null or claimed_at < now() - interval '1 minute')
       order by next_at limit $1 for update skip locked
     )
     returning name, is_relay as "isRelay", servers, claimed_at as "claimedAt"`,
    [limit],
  );
  return rows;
}
