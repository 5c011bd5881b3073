import { WINDOW_S } from "#core/schedule.ts";
import { pool } from "#db/pool.ts";
import { untilSo } from "#testing/until.ts";

/** Waits until a worker has taken up the window of this slot (epoch milliseconds), shortly before it opens. */
export async function untilWindowBegun(slotAt: number): Promise<void> {
  const windowAt = new Date(Math.floor(slotAt / 1000 / WINDOW_S) * WINDOW_S * 1000);
  const begun = async () => {
    const { rows } = await pool.query("select from schedule_window where window_at = $1 and state = 'running'", [windowAt]);
    return rows.length > 0;
  };
  await untilSo(begun, Boolean, 45_000);
}

/** Who leads, by which epoch, and how long ago it last showed itself (ms). */
export async function readLead(): Promise<{ leader: string | null; epoch: number; beatAgeMs: number | null }> {
  const { rows } = await pool.query<{ leader: string | null; epoch: number; beatAgeMs: number | null }>(
    `select leader, epoch, (extract(epoch from clock_timestamp() - beat_at) * 1000)::float8 as "beatAgeMs" from schedule where id = 1`,
  );
  return rows[0]!;
}
