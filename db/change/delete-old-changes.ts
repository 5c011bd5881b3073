import { dutyPool } from "../pool.ts";

/** Forgets changes of more than a year ago. Returns how many. */
export async function deleteOldChanges(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from change where at < now() - interval '1 year'");
  return rowCount ?? 0;
}
