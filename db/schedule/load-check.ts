import type { Votes } from "#core/judging/vote.ts";
import { pool } from "../pool.ts";
import { dueCheck, dueColumns, type DueCheck, type DueRow } from "./due-check.ts";

type Loaded<Row> = Omit<Row, "slotAt"> & { lastSlotAt: number | null; isWaiting: boolean; votes: Votes | null };

/**
 * A monitor to check outside its slots, as it is now, its latest slot (epoch milliseconds), whether something waits for confirmation and
 * who is asked about it. Null where it is paused or gone.
 */
export async function loadCheck(monitorId: number): Promise<Loaded<DueCheck> | null> {
  const { rows } = await pool.query<Loaded<DueRow>>(
    `select ${dueColumns("monitor")}, (extract(epoch from last_slot_at) * 1000)::float8 as "lastSlotAt",
       contrary_status is not null or retry_at is not null as "isWaiting", votes
     from monitor join health on health.monitor_id = monitor.id
     where id = $1 and paused_at is null`,
    [monitorId],
  );
  return rows[0] ? dueCheck(rows[0]) : null;
}
