import { dutyPool } from "../pool.ts";

/** Forgets trials of more than a day ago. */
export async function deleteOldTrials(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from trial where created_at < now() - interval '1 day'");
  return rowCount ?? 0;
}
