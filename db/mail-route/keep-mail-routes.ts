import { pool } from "../pool.ts";

/** What came of it: routes that were not there yet, and routes that lead to nobody any more. */
export type MailRoutesKept = { added: number; forgotten: number };

/** Sees to it that there is a route for the domain of each e-mail channel, and none for any other domain. */
export async function keepMailRoutes(): Promise<MailRoutesKept> {
  const added = await pool.query(
    `insert into mail_route (name, is_relay)
     select distinct lower(split_part(config->>'address', '@', 2)), false from channel where kind = 'email' and config ? 'address'
     on conflict do nothing`,
  );
  const forgotten = await pool.query(
    `delete from mail_route where not is_relay and not exists
       (select from channel where kind = 'email' and lower(split_part(config->>'address', '@', 2)) = mail_route.name)`,
  );
  return { added: added.rowCount ?? 0, forgotten: forgotten.rowCount ?? 0 };
}

/** Sees to it that there is a route for each of these relays (host:port). */
export async function addRelayRoutes(relays: readonly string[]): Promise<void> {
  await pool.query(`insert into mail_route (name, is_relay) select unnest($1::text[]), true on conflict do nothing`, [relays]);
}
