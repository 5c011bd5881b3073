import { dutyPool } from "../pool.ts";

/** Forgets signs of life after a day, with their attempts. Returns how many. */
export async function deleteOldSigns(): Promise<number> {
  const { rowCount } = await dutyPool.query(
    `delete from delivery using path_test
     where delivery.channel_id = path_test.channel_id and delivery.created_at < now() - interval '1 day'`,
  );
  return rowCount ?? 0;
}
