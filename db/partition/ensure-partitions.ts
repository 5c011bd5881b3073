import { dutyPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { dayAfter, partitionName } from "./partition-name.ts";

const DAYS_AHEAD = 7;

/** Makes the partitions of `result` for the day of `now` (epoch milliseconds), the one before it and a week ahead, where they are missing. */
export async function ensurePartitions(now: number): Promise<void> {
  await inTransaction(async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('result partitions'))"); // "if not exists" alone is a race
    for (let days = -1; days <= DAYS_AHEAD; days++) {
      const from = dayAfter(now, days);
      await client.query(
        `create table if not exists ${partitionName(from)} partition of result
         for values from ('${from.toISOString()}') to ('${dayAfter(now, days + 1).toISOString()}')`,
      );
    }
  }, dutyPool);
}
