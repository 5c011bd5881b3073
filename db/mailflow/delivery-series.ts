import {
  DELIVERY_BUCKET_MS,
  deliveryBuckets,
  deliveryWindowStart,
  LOST_AFTER_MS,
  type DeliveryBucket,
  type DeliveryCounts,
} from "#core/mailflow/delivery-series.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import { pool } from "../pool.ts";

type Row = Omit<DeliveryCounts, "delay"> & { from: number | null; delays: number[] | null };

/**
 * What became of the test messages of a team's monitor in a window that ends at `now` (epoch ms): by bucket, and of all of it.
 */
export async function deliverySeries(
  teamId: number,
  monitorId: number,
  window: TimeWindow,
  now: number,
): Promise<{ buckets: DeliveryBucket[]; overall: DeliveryCounts }> {
  const { rows } = await pool.query<Row>(
    `with run as (
       select date_bin($4 * interval '1 ms', slot_at, 'epoch') as bucket, found_at is not null as is_found, coalesce(is_junk, false) as is_junk,
         outcome = 'accepted' and found_at is null and sent_at < $5::timestamptz as is_lost,
         greatest(extract(epoch from arrived_at - sent_at), case when found_at is not null then 0 end) * 1000 as delay_ms
       from mailflow_run
       where monitor_id = (select id from monitor where team_id = $1 and id = $2) and slot_at >= $3 and slot_at <= $6::timestamptz
         and sent_at is not null and (outcome = 'accepted' or found_at is not null)
     )
     select (extract(epoch from bucket) * 1000)::float8 as "from", count(*)::int as sent, count(*) filter (where is_found)::int as found,
       count(*) filter (where is_junk)::int as junk, count(*) filter (where is_lost)::int as lost,
       percentile_disc(array[0.5, 0.95, 0.99]) within group (order by delay_ms::float8) as delays
     from run group by grouping sets ((bucket), ()) order by bucket`,
    [
      teamId,
      monitorId,
      new Date(deliveryWindowStart(window, now)),
      DELIVERY_BUCKET_MS[window],
      new Date(now - LOST_AFTER_MS),
      new Date(now),
    ],
  );
  const counted = rows.flatMap((row) => (row.from === null ? [] : [{ ...countsOf(row), from: row.from }]));
  const overall = rows.find(({ from }) => from === null)!; // there is one, of nothing as well
  return { buckets: deliveryBuckets(counted, window, now), overall: countsOf(overall) };
}

function countsOf({ sent, found, junk, lost, delays }: Row): DeliveryCounts {
  const [p50, p95, p99] = delays ?? [];
  const isKnown = p50 != null && p95 != null && p99 != null;
  return { sent, found, junk, lost, delay: isKnown ? { p50, p95, p99 } : null };
}
