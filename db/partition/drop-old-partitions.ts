import { isLockTimeout } from "../is-lock-timeout.ts";
import { dutyPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { dayAfter, partitionName } from "./partition-name.ts";

/** What became of the partitions that are old enough: those that somebody reads for long are tried again the next time. */
export type DroppedPartitions = { dropped: string[]; inUse: string[] };

/**
 * Dropping waits for whoever reads the table, and everybody else then waits behind it: for this long at most. A reader of a page is
 * through in a few milliseconds, so it is tried a few times.
 */
const LOCK_TIMEOUT_MS = 500;
const TRIES = 5;

/** Drops the partitions of `result` of more than `daysKept` days before `now` (epoch milliseconds). */
export async function dropOldPartitions(now: number, daysKept: number): Promise<DroppedPartitions> {
  const { rows } = await dutyPool.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
     where inhparent = 'result'::regclass and relname < $1 and relname ~ '^result_[0-9]{8}$' order by relname`,
    [partitionName(dayAfter(now, -daysKept))],
  );
  const outcome: DroppedPartitions = { dropped: [], inUse: [] };
  for (const { name } of rows) outcome[(await hasDropped(name)) ? "dropped" : "inUse"].push(name);
  return outcome;
}

async function hasDropped(name: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      await inTransaction(async (client) => {
        await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
        await client.query(`drop table if exists ${name}`);
      }, dutyPool);
      return true;
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
    }
  }
  return false;
}
