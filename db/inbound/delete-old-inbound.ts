import { dutyPool } from "../pool.ts";

/** Forgets messages that their run has taken, those that came more than a day ago, and receivers that are gone. Returns how many messages. */
export async function deleteOldInbound(): Promise<number> {
  await dutyPool.query("delete from inbound_receiver where beat_at < now() - interval '1 day'");
  const { rowCount } = await dutyPool.query(
    "delete from inbound_message where received_at < now() - interval '1 day' or taken_at < now() - interval '10 minutes'",
  );
  return rowCount ?? 0;
}
