import { pool } from "../pool.ts";

/** The self-test of a location went well: it takes part again, unless the others have outvoted it too lately to believe that. */
export async function passSelfTest(locationId: number): Promise<void> {
  await pool.query(
    `update location set tested_at = now(),
       cut_off_since = case when cut_off_until > now() then cut_off_since end,
       cut_off_why = case when cut_off_until > now() then cut_off_why end,
       cut_off_until = case when cut_off_until > now() then cut_off_until end
     where id = $1`,
    [locationId],
  );
}
