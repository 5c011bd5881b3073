import { pool } from "../pool.ts";

/** Says that a worker is alive, and whether the queue answered it just now. The first beat makes its row. */
export async function beatWorker(workerId: string, locationId: number, hasQueue: boolean): Promise<void> {
  await pool.query(
    `insert into worker (id, location_id, queue_at) values ($1, $2, case when $3 then now() end)
     on conflict (id) do update set beat_at = now(), queue_at = case when $3 then now() else worker.queue_at end`,
    [workerId, locationId, hasQueue],
  );
}
