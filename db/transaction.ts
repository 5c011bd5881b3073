import type { Pool, PoolClient } from "pg";
import { pool } from "./pool.ts";

/** Runs `work` in one transaction: all of it or nothing. What it throws is thrown on, after the rollback. */
export async function inTransaction<T>(work: (client: PoolClient) => Promise<T>, on: Pool = pool): Promise<T> {
  const client = await on.connect();
  client.on("error", ignore);
  let broken = false;
  try {
    await client.query("begin");
    const outcome = await work(client);
    await client.query("commit");
    return outcome;
  } catch (error) {
    await client.query("rollback").catch(() => (broken = true)); // the connection is gone, and with it the transaction
    throw error;
  } finally {
    client.off("error", ignore);
    client.release(broken);
  }
}

/** A connection that breaks fails the query in hand, or the next one; unheard, its event would end the process as well. */
function ignore(): void {}
