import { pool } from "../pool.ts";

/** The self-test of a location failed: it is cut off, since now unless it was before. `why` is a few words. */
export async function failSelfTest(locationId: number, why: string): Promise<void> {
  await pool.query(
    "update location set tested_at = now(), cut_off_since = coalesce(cut_off_since, now()), cut_off_why = $2 where id = $1",
    [locationId, why],
  );
}
