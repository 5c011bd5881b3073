import type { PoolClient } from "pg";
import { dutyPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { dayAfter, partitionName } from "./partition-name.ts";

const DAYS_AHEAD = 7;

/** Makes the partitions of `result` for the day of `now` (epoch milliseconds), the one before it and a week ahead, where they are missing. */
export async function ensurePartitions(now: number): Promise<void> {
  await ensurePartitionsFor(Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => dayAfter(now, index - 1).getTime()));
}

/** Makes the partition of `result` for each of these instants (epoch milliseconds) where it is missing. */
export async function ensurePartitionsFor(instants: readonly number[]): Promise<void> {
  const days = [...new Set(instants.map((at) => dayAfter(at, 0).getTime()))].toSorted((a, b) => a - b);
  await inTransaction(async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtext('result partitions'))"); // "if not exists" alone is a race
    for (const day of days) await ensurePartition(client, day);
  }, dutyPool);
}

async function ensurePartition(client: PoolClient, day: number): Promise<void> {
  const name = partitionName(new Date(day));
  const { rowCount } = await client.query("select from pg_class where oid = to_regclass($1)", [name]);
  if (rowCount === 1) return;
  await client.query(
    `create table ${name} partition of result
     for values from ('${new Date(day).toISOString()}') to ('${dayAfter(day, 1).toISOString()}')`,
  );
  await client.query(`create unique index ${name}_key on ${name} (check_key(slot_at, monitor_id, location_id))`);
}
