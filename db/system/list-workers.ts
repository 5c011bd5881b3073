import type { WorkerRow } from "#core/system.ts";
import { pool } from "../pool.ts";

/** The workers that were heard of within a day, by location. Instants are epoch milliseconds. */
export async function listWorkers(): Promise<WorkerRow[]> {
  const { rows } = await pool.query<WorkerRow>(
    `select worker.id as "workerId", location.name as location, worker.version, node, queue,
       (extract(epoch from started_at) * 1000)::float8 as "startedAt", (extract(epoch from beat_at) * 1000)::float8 as "beatAt",
       (extract(epoch from queue_at) * 1000)::float8 as "queueAt", rss_bytes::float8 as "rssBytes", probing, waiting, ended, lateness
     from worker join location on location.id = location_id
     where beat_at > now() - interval '1 day'
     order by location.name, started_at, worker.id`,
  );
  return rows;
}
