import { pool } from "#db/pool.ts";

/** Who leads, by which epoch, and how long ago it last showed itself (ms). */
export async function readLead(): Promise<{ leader: string | null; epoch: number; beatAgeMs: number | null }> {
  const { rows } = await pool.query<{ leader: string | null; epoch: number; beatAgeMs: number | null }>(
    `select leader, epoch, (extract(epoch from clock_timestamp() - beat_at) * 1000)::float8 as "beatAgeMs" from schedule where id = 1`,
  );
  return rows[0]!;
}
