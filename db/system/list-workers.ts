import type { WorkerRow } from "#core/system/system.ts";
import { pool } from "../pool.ts";
import { ALIVE_S } from "../worker/read-liveness.ts";

/** The workers that were heard of within a day: those that are silent or full first, then by location. Instants are epoch milliseconds. */
export async function listWorkers(): Promise<WorkerRow[]> {
  const { rows } = await pool.query<WorkerRow>(
    `select worker.id as "workerId", location.name as location, worker.version, node, queue,
       (extract(epoch from started_at) * 1000)::float8 as "startedAt", (extract(epoch from beat_at) * 1000)::float8 as "beatAt",
       (extract(epoch from queue_at) * 1000)::float8 as "queueAt", rss_bytes::float8 as "rssBytes", probing, waiting,
       skew_ms::float8 as "skewMs", ended::float8[], worker.lateness::float8[]
     from worker join location on location.id = location_id
     where beat_at > now() - interval '1 day'
     order by beat_at > now() - make_interval(secs => $1), waiting = 0, location.name, started_at, worker.id`,
    [ALIVE_S],
  );
  return rows;
}
