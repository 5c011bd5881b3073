import { STORM_WINDOW_MS } from "#core/message/storm.ts";
import { alertPool } from "../pool.ts";
import { CLAIMABLE } from "./claimable.ts";

/**
 * A delivery somebody should send now. `attempts` is how many there were; `isMail` where it goes by our relays; `before` is how many messages
 * its channel was given before it, of late.
 */
export type DueDelivery = { deliveryId: number; attempts: number; isMail: boolean; before: number };

/**
 * The deliveries that could be claimed now, at most `limit`: the first that a channel is given in a storm, then the second of each, so that nobody's
 * first word waits behind all that others get.
 */
export async function dueDeliveries(limit: number): Promise<DueDelivery[]> {
  const { rows } = await alertPool.query<DueDelivery>(
    `select d.id as "deliveryId", d.attempts, c.kind = 'email' as "isMail", given.before
     from delivery d join channel c on c.id = d.channel_id
       cross join lateral (
         select count(*)::int as before from delivery earlier
         where earlier.channel_id = d.channel_id and earlier.released_at > now() - $2 * interval '1 ms'
           and (earlier.released_at, earlier.id) < (coalesce(d.released_at, now()), d.id)) as given
     where d.status in ('pending', 'sending') and ${CLAIMABLE}
     order by given.before, d.next_attempt_at, d.id limit $1`,
    [limit, STORM_WINDOW_MS],
  );
  return rows;
}
