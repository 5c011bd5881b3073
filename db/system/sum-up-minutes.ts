import { dutyPool } from "../pool.ts";

/** A window is over, or given up, this long after it opened (db/schedule/miss-windows.ts). */
const MAY_CHANGE_FOR = "6 minutes";

/**
 * Sums the windows of each minute and location up, from the latest minute that may still change on: doing it again changes nothing that
 * has not changed. What was missed in a window nobody ran is only known where a worker had begun it. Returns how many minutes that were.
 */
export async function sumUpMinutes(): Promise<number> {
  const { rowCount } = await dutyPool.query(
    `with since as (
       select date_trunc('minute', least(max(minute_at), now()) - $1::interval) as at from punctuality
     ), part as (
       select *, date_trunc('minute', window_at) as minute_at
       from schedule_window
       where window_at >= coalesce((select at from since), '-infinity') and window_at < now() and state in ('done', 'missed')
     ), total as (
       select minute_at, location_id,
         coalesce(sum(due), 0) as due,
         coalesce(sum(ran), 0) as ran,
         coalesce(sum(case when state = 'missed' then due - coalesce(ran, 0) else missed end), 0) as missed,
         count(*) filter (where state = 'missed') as windows_missed
       from part group by minute_at, location_id
     ), bucket as (
       select minute_at, location_id, lateness[at] as bucket, sum(lateness[at + 1]) as count
       from part, generate_series(1, cardinality(lateness), 2) as at
       group by minute_at, location_id, bucket
     ), histogram as (
       select minute_at, location_id, string_to_array(string_agg(bucket || ',' || count, ',' order by bucket), ',')::int[] as lateness
       from bucket group by minute_at, location_id
     )
     insert into punctuality (minute_at, location_id, due, ran, missed, windows_missed, lateness)
     select minute_at, location_id, due, ran, missed, windows_missed, coalesce(lateness, '{}')
     from total left join histogram using (minute_at, location_id)
     on conflict (minute_at, location_id) do update set due = excluded.due, ran = excluded.ran, missed = excluded.missed,
       windows_missed = excluded.windows_missed, lateness = excluded.lateness`,
    [MAY_CHANGE_FOR],
  );
  return rowCount ?? 0;
}
