import { dutyPool } from "../pool.ts";

/** Forgets the report links that have expired. Returns how many. */
export async function deleteOldReportLinks(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from report_link where expires_at < now()");
  return rowCount ?? 0;
}
