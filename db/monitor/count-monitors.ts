import type { HealthStatus } from "#core/status.ts";
import type { StatusCounts } from "#core/summary-line.ts";
import { pool } from "../pool.ts";
import { SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** How many of a team's monitors are in each status, and since when the longest outage lasts. */
export async function countMonitors(teamId: number): Promise<{ counts: StatusCounts; downSince: Date | null }> {
  const { rows } = await pool.query<{ status: HealthStatus; monitors: number; since: Date }>(
    `select ${SHOWN_STATUS} as status, count(*)::int as monitors, min(${SHOWN_SINCE}) as since
     from monitor m join health h on h.monitor_id = m.id where m.team_id = $1 group by 1`,
    [teamId],
  );
  const counts: StatusCounts = { up: 0, degraded: 0, down: 0, unknown: 0, paused: 0, maintenance: 0 };
  for (const row of rows) counts[row.status] = row.monitors;
  return { counts, downSince: rows.find((row) => row.status === "down")?.since ?? null };
}
