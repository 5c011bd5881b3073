import { dutyPool } from "../pool.ts";

/** Forgets how punctual the minutes of more than two days ago were. */
export async function deleteOldMinutes(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from punctuality where minute_at < now() - interval '2 days'");
  return rowCount ?? 0;
}
