import { dutyPool } from "../pool.ts";

/** Forgets workers that were not heard of for a day. */
export async function deleteDeadWorkers(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from worker where beat_at < now() - interval '1 day'");
  return rowCount ?? 0;
}
