import { pool } from "../pool.ts";

/** The first instant up to `until` (both epoch milliseconds) at which a maintenance begins or ends and nobody has looked after it yet. */
export async function nextMaintenanceAt(until: number): Promise<number | null> {
  const { rows } = await pool.query<{ at: number | null }>({
    name: "next-maintenance-at",
    text: `select (extract(epoch from min(next_at)) * 1000)::float8 as at from maintenance where next_at <= $1`,
    values: [new Date(until)],
  });
  return rows[0]!.at;
}
