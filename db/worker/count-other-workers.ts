import { pool } from "../pool.ts";
import { ALIVE_S } from "./read-liveness.ts";

/** How many workers are alive beside this one, at any location. */
export async function countOtherWorkers(workerId: string): Promise<number> {
  const { rows } = await pool.query<{ others: number }>({
    name: "count-other-workers",
    text: "select count(*)::int as others from worker where id <> $1 and beat_at > now() - make_interval(secs => $2)",
    values: [workerId, ALIVE_S],
  });
  return rows[0]!.others;
}
