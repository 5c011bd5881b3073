import { timeWindowStart, type TimeWindow } from "../time/time-window.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How wide a bucket of the charts of delivery is, in ms: test messages are few. */
export const DELIVERY_BUCKET_MS: Record<TimeWindow, number> = {
  "1h": 5 * MINUTE_MS,
  "24h": HOUR_MS,
  "7d": 6 * HOUR_MS,
  "30d": 24 * HOUR_MS,
  "90d": 24 * HOUR_MS,
};

/** A message that was not found so long after it was sent is lost until it is, in ms: no script waits for longer. */
export const LOST_AFTER_MS = 300_000;

/** What half, 95 and 99 of a hundred messages did not exceed from their sending to their arrival, in ms. */
export type DelayPercentiles = { p50: number; p95: number; p99: number };

/**
 * What became of the test messages of a stretch of time, by when their runs began. `sent` are those that were accepted; `found` of them arrived, `junk` of those
 * where nobody looks, and `lost` did not in the time there was. `delay` is null where none arrived.
 */
export type DeliveryCounts = { sent: number; found: number; junk: number; lost: number; delay: DelayPercentiles | null };

/** One bucket of the charts, [from, to) in epoch milliseconds. */
export type DeliveryBucket = DeliveryCounts & { from: number; to: number };

/** The instant (epoch ms) at which the first bucket of a window begins. */
export function deliveryWindowStart(window: TimeWindow, now: number): number {
  return timeWindowStart(window, DELIVERY_BUCKET_MS[window], now);
}

/** Every bucket of a window up to the one `now` is in, oldest first, also those in which nothing was sent. */
export function deliveryBuckets(
  counted: readonly (DeliveryCounts & { from: number })[],
  window: TimeWindow,
  now: number,
): DeliveryBucket[] {
  const width = DELIVERY_BUCKET_MS[window];
  const byStart = new Map(counted.map((each) => [each.from, each]));
  const buckets: DeliveryBucket[] = [];
  for (let from = deliveryWindowStart(window, now); from <= now; from += width) {
    buckets.push({ ...(byStart.get(from) ?? NOTHING), from, to: from + width });
  }
  return buckets;
}

const NOTHING: DeliveryCounts = { sent: 0, found: 0, junk: 0, lost: 0, delay: null };
