import type { Histogram } from "#core/latency/histogram.ts";
import { pool } from "../pool.ts";

/** What a worker says of itself with each beat; its checks since it started are `ended` (see `Worker` in the schema) and `lateness`. */
export type WorkerState = {
  hasQueue: boolean;
  queue: string;
  version: string;
  node: string;
  rssBytes: number;
  probing: number;
  waiting: number;
  /** How far its machine's clock is ahead of the database's, in ms; null before it has heard that one. */
  skewMs: number | null;
  ended: number[];
  lateness: Histogram;
};

/**
 * Says that a worker is alive, whether the queue answered it just now, and how it is. The first beat makes its row. Returns what time it is by
 * the database's clock, in epoch milliseconds.
 */
export async function beatWorker(workerId: string, locationId: number, state: WorkerState): Promise<number> {
  const { hasQueue, queue, version, node, rssBytes, probing, waiting, skewMs, ended, lateness } = state;
  const { rows } = await pool.query<{ at: number }>({
    name: "beat-worker",
    text: `insert into worker (id, location_id, queue_at, queue, version, node, rss_bytes, probing, waiting, skew_ms, ended, lateness)
      values ($1, $2, case when $3 then now() end, $4, $5, $6, $7, $8, $9, $10, $11, $12)
      on conflict (id) do update set beat_at = now(), queue_at = coalesce(excluded.queue_at, worker.queue_at),
        rss_bytes = $7, probing = $8, waiting = $9, skew_ms = $10, ended = $11, lateness = $12
      returning (extract(epoch from clock_timestamp()) * 1000)::float8 as at`,
    values: [workerId, locationId, hasQueue, queue, version, node, rssBytes, probing, waiting, skewMs, ended, lateness],
  });
  return rows[0]!.at;
}
