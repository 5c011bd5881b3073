import { dutyPool } from "../pool.ts";

/** Forgets the sums of hours and of days that are older than so many days. Returns how many rows. */
export async function deleteOldRollups(hourlyDays: number, dailyDays: number): Promise<number> {
  const hours = await dutyPool.query("delete from rollup_hour where hour_at < now() - $1::int * interval '1 day'", [hourlyDays]);
  const days = await dutyPool.query("delete from rollup_day where day_at < now() - $1::int * interval '1 day'", [dailyDays]);
  return (hours.rowCount ?? 0) + (days.rowCount ?? 0);
}
