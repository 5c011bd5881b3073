import { pool } from "../pool.ts";

/** The name of a location, as its workers have it in `LOCATION`; it never changes. */
export async function readLocationName(locationId: number): Promise<string> {
  const { rows } = await pool.query<{ name: string }>("select name from location where id = $1", [locationId]);
  return rows[0]!.name;
}
