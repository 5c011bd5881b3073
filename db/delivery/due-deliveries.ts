import { alertPool } from "../pool.ts";
import { CLAIMABLE } from "./claimable.ts";

/** A delivery somebody should send now. `attempts` is how many there were; `isMail` where it goes by our relays. */
export type DueDelivery = { deliveryId: number; attempts: number; isMail: boolean };

/**
 * The deliveries that could be claimed now, at most `limit`: the one of each channel that waits longest, then the second of each, so that
 * nobody's first word waits behind all that others get.
 */
export async function dueDeliveries(limit: number): Promise<DueDelivery[]> {
  const { rows } = await alertPool.query<DueDelivery>(
    `select d.id as "deliveryId", d.attempts, c.kind = 'email' as "isMail"
     from delivery d join channel c on c.id = d.channel_id
     where d.status in ('pending', 'sending') and ${CLAIMABLE}
     order by row_number() over (partition by d.channel_id order by d.next_attempt_at, d.id), d.next_attempt_at, d.id limit $1`,
    [limit],
  );
  return rows;
}
