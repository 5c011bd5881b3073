import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { isWorthRetrying } from "#db/is-worth-retrying.ts";

/**
 * A pool for BullMQ that lets an error wait before it is thrown while the database is away. BullMQ asks again at once after any
 * error but a refused connection, and a PostgreSQL that starts up refuses by other words, a thousand times a second.
 */
export function patientPool(pool: pg.Pool, waitMs: number) {
  const patiently = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (isWorthRetrying(error)) await sleep(waitMs);
      throw error;
    }
  };
  return {
    options: pool.options,
    query: (text: string, params?: readonly unknown[]) => patiently(pool.query(text, params && [...params])),
    connect: () => patiently(pool.connect()),
    end: () => pool.end(),
    on: pool.on.bind(pool),
    removeAllListeners: pool.removeAllListeners.bind(pool),
  };
}
