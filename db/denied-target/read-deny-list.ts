import { denyListOf, type DenyList } from "#core/monitor/deny-list.ts";
import { pool } from "../pool.ts";

/** The deny list as it is now. */
export async function readDenyList(): Promise<DenyList> {
  const { rows } = await pool.query<{ target: string }>("select target from denied_target");
  return denyListOf(rows.map(({ target }) => target));
}
