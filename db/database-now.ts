import { pool } from "./pool.ts";

/** What time it is by the database's clock, in epoch milliseconds: what people do stands beside what workers saw, whoever wrote it. */
export async function databaseNow(): Promise<number> {
  const { rows } = await pool.query<{ at: number }>("select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as at");
  return rows[0]!.at;
}
