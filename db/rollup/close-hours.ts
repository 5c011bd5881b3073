import type { PoolClient } from "pg";
import { isLockTimeout } from "../is-lock-timeout.ts";
import { dutyPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";

/** So many monitors are counted together. */
const MONITORS_A_PIECE = 500;
const LOCK_TIMEOUT_MS = 500;

/**
 * Closes the hours up to `until` (epoch milliseconds, a whole hour) that are open, from `from` on: they are due to be counted, and a result
 * that comes for one of them from now on makes it due again (db/result/insert-results.ts). Every transaction that still writes results is
 * waited for, but not for long, for those that begin then wait in turn. False where one did not end: it has to be tried again.
 */
export async function closeHours(from: number, until: number): Promise<boolean> {
  return inTransaction(async (client) => {
    if (!(await isAlone(client))) return false;
    const { rows } = await client.query<{ closedUntil: Date }>(`select closed_until as "closedUntil" from rollup_progress`);
    const open = Math.max(from, rows[0]!.closedUntil.getTime());
    if (open >= until) return true;
    await client.query("update rollup_progress set closed_until = $1", [new Date(until)]);
    await addDue(client, open, until);
    return true;
  }, dutyPool);
}

async function isAlone(client: PoolClient): Promise<boolean> {
  try {
    await client.query(`set local lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await client.query("savepoint alone");
    await client.query("select pg_advisory_xact_lock(hashtext('rollup_progress'))"); // as hours_closed_until() has it, shared
    return true;
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    await client.query("rollback to alone");
    return false;
  }
}

async function addDue(client: PoolClient, from: number, until: number): Promise<void> {
  await client.query(
    `insert into rollup_due (hour_at, from_monitor, to_monitor)
     select hour_at, piece * $3, (piece + 1) * $3
     from generate_series($1::timestamptz, $2::timestamptz - interval '1 hour', interval '1 hour') as hour_at
     cross join (select distinct id / $3::int as piece from monitor) as pieces
     on conflict do nothing`,
    [new Date(from), new Date(until), MONITORS_A_PIECE],
  );
}
