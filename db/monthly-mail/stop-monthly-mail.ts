import { pool } from "../pool.ts";

/** Whoever reads a monthly mail wants no more of them about this domain. One that is stopped already is stopped. */
export async function stopMonthlyMail(monitorId: number, channelId: number): Promise<void> {
  await pool.query("delete from monthly_mail where monitor_id = $1 and channel_id = $2", [monitorId, channelId]);
}
