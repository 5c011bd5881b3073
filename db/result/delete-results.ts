import type { PoolClient } from "pg";
import { env } from "#env.ts";

/** Deletes every result of a monitor, hour by hour, as the index of a partition has them. */
export async function deleteResults(client: PoolClient, monitorId: number): Promise<void> {
  await client.query(
    `delete from result
     using generate_series(date_bin('1 hour', now() - ($2::int + 1) * interval '1 day', 'epoch'), now() + interval '1 day', interval '1 hour')
       as hour_at
     where slot_at >= hour_at and slot_at < hour_at + interval '1 hour'
       and check_key(slot_at, monitor_id, location_id)
         between check_key(hour_at, $1::int, 0::smallint) and check_key(hour_at + interval '3599 s', $1::int, 32767::smallint)`,
    [monitorId, env.RESULT_DAYS],
  );
}
