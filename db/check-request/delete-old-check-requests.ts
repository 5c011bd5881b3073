import { dutyPool } from "../pool.ts";

/** Gives up requests nobody could serve for ten minutes: whoever asked has long looked elsewhere. */
export async function deleteOldCheckRequests(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from check_request where requested_at < now() - interval '10 minutes'");
  return rowCount ?? 0;
}
