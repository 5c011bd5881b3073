import type { PoolClient } from "pg";
import { mailDomainOf } from "#core/message/mail-route.ts";
import { notify } from "../notify.ts";
import { NOW } from "../now.ts";

/** Asks for the look-up of the servers that mail to an address arrives through, unless that was a moment ago; inside the transaction that stores the address. */
export async function wantMailRoute(client: PoolClient, address: string): Promise<void> {
  const { rowCount } = await client.query(
    `insert into mail_route (name, is_relay) values ($1, false)
     on conflict (name, is_relay) do update set next_at = ${NOW}
       where mail_route.looked_at is null or mail_route.looked_at < now() - interval '1 minute'`,
    [mailDomainOf(address)],
  );
  if (rowCount) await notify("mail_route_wanted", "", client);
}
