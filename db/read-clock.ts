import type { PoolClient } from "pg";

/** The database's clock, in epoch milliseconds: later than everything that was written before, of other transactions as well. */
export async function readClock(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ now: number }>("select ceil(extract(epoch from clock_timestamp()) * 1000)::float8 as now");
  return rows[0]!.now;
}
