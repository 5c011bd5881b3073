import type { FoundMessage } from "#core/mailflow/mailflow-run.ts";
import { pool } from "../pool.ts";

/**
 * Writes down that the message of a run was found, once; it may be an earlier run of the same monitor than the one that looked (`token`). False where it was
 * found before, or is none of these.
 */
export async function noteFound(token: string, found: FoundMessage): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update mailflow_run as run set found_at = now(), arrived_at = $3, folder = $4, is_junk = $5
     from mailflow_run as looking
     where looking.token = $1 and run.token = $2 and run.found_at is null
       and (run.token = looking.token or run.monitor_id = looking.monitor_id)`,
    [token, found.token, new Date(found.arrivedAt), found.folder, found.isJunk],
  );
  return rowCount === 1;
}
