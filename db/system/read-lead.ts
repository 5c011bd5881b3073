import type { Lead } from "#core/system/system.ts";
import { pool } from "../pool.ts";

/** Who leads and how far the windows are queued, and the database's clock. Epoch milliseconds, null before the first leader. */
export async function readLead(): Promise<Lead & { now: number }> {
  const { rows } = await pool.query<Lead & { now: number }>(
    `select leader, epoch, (extract(epoch from cursor_at) * 1000)::float8 as "cursorAt", (extract(epoch from beat_at) * 1000)::float8 as "beatAt",
       (extract(epoch from now()) * 1000)::float8 as now
     from (select 1) as one left join schedule on schedule.id = 1`,
  );
  return rows[0]!;
}
