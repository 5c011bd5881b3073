import type { PoolClient } from "pg";
import { dutyPool } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { addUpDay } from "./add-up-day.ts";
import { countHour } from "./count-hour.ts";
import { DAY_MS, withoutOverlap, type MonitorRange } from "./hour.ts";

/** So many pieces of one hour are counted in one transaction. */
const PIECES = 10;

/**
 * Counts one hour that is due anew from its results, for some of the monitors it is due for, and then its day, if that is over. False where
 * nothing is due. All of it or nothing is written, so it can be broken off anywhere. Hours before `oldest` (epoch milliseconds) keep what
 * was counted when their results were there.
 */
export async function countDue(oldest: number): Promise<boolean> {
  return inTransaction(async (client) => {
    const due = await claimDue(client);
    if (due === null) return false;
    const { hourAt, closedUntil } = due;
    const ranges = withoutOverlap(due.ranges);
    if (hourAt < oldest) return true;
    await countHour(client, hourAt, ranges);
    const dayAt = Math.floor(hourAt / DAY_MS) * DAY_MS;
    if (dayAt + DAY_MS <= closedUntil) await addUpDay(client, dayAt, ranges);
    return true;
  }, dutyPool);
}

/**
 * Takes what is due away before anything is counted: a recorder that wrote a late result holds the row until it commits, so that its result
 * is seen by the count, and one that comes later makes a new row.
 */
async function claimDue(client: PoolClient): Promise<{ hourAt: number; closedUntil: number; ranges: MonitorRange[] } | null> {
  const { rows } = await client.query<{ hourAt: Date; from: number; to: number; closedUntil: Date }>(
    `with piece as materialized (
       select hour_at, from_monitor, to_monitor from rollup_due
       where hour_at = (select min(hour_at) from rollup_due)
       order by from_monitor, to_monitor limit $1 for update skip locked
     )
     delete from rollup_due due using piece, rollup_progress
     where (due.hour_at, due.from_monitor, due.to_monitor) = (piece.hour_at, piece.from_monitor, piece.to_monitor)
     returning due.hour_at as "hourAt", due.from_monitor as from, due.to_monitor as to, closed_until as "closedUntil"`,
    [PIECES],
  );
  if (!rows[0]) return null;
  return {
    hourAt: rows[0].hourAt.getTime(),
    closedUntil: rows[0].closedUntil.getTime(),
    ranges: rows.map(({ from, to }) => ({ from, to })),
  };
}
