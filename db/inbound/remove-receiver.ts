import { pool } from "../pool.ts";

/** A receiver has ended. */
export async function removeReceiver(receiverId: string): Promise<void> {
  await pool.query("delete from inbound_receiver where id = $1", [receiverId]);
}
