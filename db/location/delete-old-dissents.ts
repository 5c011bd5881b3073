import { pool } from "../pool.ts";

/** Forgets who stood against the others longer ago than transcripts are kept. */
export async function deleteOldDissents(keptDays: number): Promise<number> {
  const { rowCount } = await pool.query("delete from dissent where slot_at < now() - make_interval(days => $1)", [keptDays]);
  return rowCount ?? 0;
}
