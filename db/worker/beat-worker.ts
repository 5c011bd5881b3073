import type { Histogram } from "#core/histogram.ts";
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
  ended: number[];
  lateness: Histogram;
};

/** Says that a worker is alive, whether the queue answered it just now, and how it is. The first beat makes its row. */
export async function beatWorker(workerId: string, locationId: number, state: WorkerState): Promise<void> {
  const { hasQueue, queue, version, node, rssBytes, probing, waiting, ended, lateness } = state;
  await pool.query({
    name: "beat-worker",
    text: `insert into worker (id, location_id, queue_at, queue, version, node, rss_bytes, probing, waiting, ended, lateness)
      values ($1, $2, case when $3 then now() end, $4, $5, $6, $7, $8, $9, $10, $11)
      on conflict (id) do update set beat_at = now(), queue_at = coalesce(excluded.queue_at, worker.queue_at),
        rss_bytes = $7, probing = $8, waiting = $9, ended = $10, lateness = $11`,
    values: [workerId, locationId, hasQueue, queue, version, node, rssBytes, probing, waiting, ended, lateness],
  });
}
