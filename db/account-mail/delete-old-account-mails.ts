import { dutyPool } from "../pool.ts";

/** Forgets mails, and with them their tokens, a week after they were asked for: by then every token has expired. Returns how many. */
export async function deleteOldAccountMails(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from account_mail where created_at < now() - interval '7 days'");
  return rowCount ?? 0;
}
