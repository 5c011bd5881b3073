import { pool } from "./pool.ts";
import type { Topic } from "./topic.ts";

/** Anything that can run a query: the pool, or a client in the middle of a transaction. */
type Queryable = { query(text: string, values: unknown[]): Promise<unknown> };

/**
 * Tells every process that listens. Inside a transaction (pass its client) it goes out with the commit. `payload` is at most
 * 7,999 bytes (PostgreSQL, NOTIFY).
 */
export async function notify(topic: Topic, payload: string, on: Queryable = pool): Promise<void> {
  await on.query("select pg_notify($1, $2)", [topic, payload]);
}
