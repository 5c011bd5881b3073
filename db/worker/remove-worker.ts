import { pool } from "../pool.ts";

/** Takes a worker that stops out of the count. */
export async function removeWorker(workerId: string): Promise<void> {
  await pool.query("delete from worker where id = $1", [workerId]);
}
