import { dutyPool } from "../pool.ts";

/** Forgets the windows of more than a day ago. */
export async function deleteOldWindows(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from schedule_window where window_at < now() - interval '1 day'");
  return rowCount ?? 0;
}
