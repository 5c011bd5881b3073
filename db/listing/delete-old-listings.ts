import { dutyPool } from "../pool.ts";

/** Forgets what nobody asks about any more, and what came onto lists and off them after a year. Returns how many pairs. */
export async function deleteOldListings(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from listing where asked_at < now() - interval '30 days'");
  await dutyPool.query("delete from listing_change where at < now() - interval '366 days'");
  return rowCount ?? 0;
}
