import { dutyPool } from "../pool.ts";

/** Forgets how many SMS and calls there were, a year after. Returns how many rows. */
export async function deleteOldPhoneUse(): Promise<number> {
  const { rowCount } = await dutyPool.query("delete from phone_use where day < current_date - 366");
  return rowCount ?? 0;
}
