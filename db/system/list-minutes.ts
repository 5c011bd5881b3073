import type { Minute } from "#core/schedule/punctuality.ts";
import { pool } from "../pool.ts";

/** The minutes of the last day at every location (core/schedule/punctuality.ts), the latest last. */
export async function listMinutes(): Promise<Minute[]> {
  const { rows } = await pool.query<Minute>(
    `select (extract(epoch from minute_at) * 1000)::float8 as "minuteAt", due, ran, missed, windows_missed as "windowsMissed", lateness
     from punctuality where minute_at > now() - interval '1 day' order by minute_at`,
  );
  return rows;
}
