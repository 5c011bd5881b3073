import { dutyPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { dayAfter, partitionName } from "./partition-name.ts";

const DAYS_KEPT = 7;

/** Drops the partitions of `result` of more than a week before `now` (epoch milliseconds). Returns their names. */
export async function dropOldPartitions(now: number): Promise<string[]> {
  return inTransaction(async (client) => {
    await client.query("set local lock_timeout = '2s'"); // dropping waits for readers, and whoever comes next waits for it
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
       where inhparent = 'result'::regclass and relname < $1 and relname ~ '^result_[0-9]{8}$' order by relname`,
      [partitionName(dayAfter(now, -DAYS_KEPT))],
    );
    for (const { name } of rows) await client.query(`drop table ${name}`);
    return rows.map(({ name }) => name);
  }, dutyPool);
}
