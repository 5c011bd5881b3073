import { pool } from "../pool.ts";
import type { DueCheck } from "./load-due.ts";

/** A monitor to check outside its slots, as it is now, and its latest slot (epoch milliseconds). Null where it is paused or gone. */
export async function loadCheck(monitorId: number): Promise<(Omit<DueCheck, "slotAt"> & { lastSlotAt: number | null }) | null> {
  const { rows } = await pool.query<Omit<DueCheck, "slotAt"> & { lastSlotAt: number | null }>(
    `select id as "monitorId", monitor.revision, target, interval_s as "intervalS", time_limit_s as "timeLimitS",
       (extract(epoch from last_slot_at) * 1000)::float8 as "lastSlotAt"
     from monitor join health on health.monitor_id = monitor.id
     where id = $1 and paused_at is null`,
    [monitorId],
  );
  return rows[0] ?? null;
}
