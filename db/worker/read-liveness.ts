import { pool } from "../pool.ts";

/**
 * Who is alive, as the rows they beat tell: how many workers, and how long ago, in milliseconds, the latest of them was heard of,
 * the queue last answered one, and the leader last moved. Null where that never happened.
 */
export type Liveness = { workers: number; workerAgeMs: number | null; queueAgeMs: number | null; leaderAgeMs: number | null };

/** A worker beats every 5 s; one that was silent for longer than this does not count. */
export const ALIVE_S = 30;

/** Reads who is alive. Throws while the database is away. */
export async function readLiveness(): Promise<Liveness> {
  const { rows } = await pool.query<Liveness>(
    `select
       (count(*) filter (where beat_at > now() - make_interval(secs => $1)))::int as workers,
       (extract(epoch from now() - max(beat_at)) * 1000)::float8 as "workerAgeMs",
       (extract(epoch from now() - max(queue_at)) * 1000)::float8 as "queueAgeMs",
       (select (extract(epoch from now() - beat_at) * 1000)::float8 from schedule where id = 1) as "leaderAgeMs"
     from worker`,
    [ALIVE_S],
  );
  return rows[0]!;
}
