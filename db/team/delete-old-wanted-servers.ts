import { dutyPool } from "../pool.ts";

/** Forgets what teams wanted looked at more than a day ago. Returns how much that was. */
export async function deleteOldWantedServers(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from wanted_server where wanted_at < now() - interval '1 day'");
  return rowCount ?? 0;
}
