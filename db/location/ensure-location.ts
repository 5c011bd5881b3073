import { pool } from "../pool.ts";

/** The id of a location, which exists from its first worker on. */
export async function ensureLocation(name: string): Promise<number> {
  await pool.query("insert into location (name) values ($1) on conflict (name) do nothing", [name]);
  const { rows } = await pool.query<{ id: number }>("select id from location where name = $1", [name]);
  return rows[0]!.id;
}
