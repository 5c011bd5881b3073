import { dutyPool } from "../pool.ts";

/** Forgets addresses nobody has connected to for an hour. */
export async function deleteOldAddressTurns(): Promise<number> {
  const turns = await dutyPool.query("delete from address_turn where until < now() - interval '1 hour'");
  await dutyPool.query("delete from address_pace where used_until < now() - interval '1 hour'");
  return turns.rowCount ?? 0;
}
