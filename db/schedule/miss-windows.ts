import { pool } from "../pool.ts";

/** A window is begun before it opens; one that is not begun by then has lost all its slots. */
const NEVER_BEGUN_AFTER = "1 minute";
/** The last check of a window is over within 10 s + 30 s; whoever ran it is gone. */
const NEVER_FINISHED_AFTER = "5 minutes";

/** Records the windows that nobody ran, or that nobody finished, as missed. Returns how many. */
export async function missWindows(): Promise<number> {
  const { rowCount } = await pool.query(
    `update schedule_window set state = 'missed', finished_at = now()
     where (state = 'queued' and window_at < now() - $1::interval) or (state = 'running' and window_at < now() - $2::interval)`,
    [NEVER_BEGUN_AFTER, NEVER_FINISHED_AFTER],
  );
  return rowCount ?? 0;
}
