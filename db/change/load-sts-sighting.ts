import type { StsSighting } from "#core/posture/mta-sts.ts";
import { pool } from "../pool.ts";

/** The policy for TLS that the checks of a domain have to compare with, of one revision of its monitor. */
export async function loadStsSighting(monitorId: number, revision: number): Promise<StsSighting | undefined> {
  const { rows } = await pool.query<{ sts: StsSighting | null }>(
    "select facts -> 'sts' as sts from seen where monitor_id = $1 and revision = $2",
    [monitorId, revision],
  );
  return rows[0]?.sts ?? undefined;
}
