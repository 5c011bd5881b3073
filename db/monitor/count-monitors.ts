import { MONITOR_KINDS, type MonitorKind } from "#core/check/stage.ts";
import type { HealthStatus } from "#core/check/status.ts";
import type { StatusCounts } from "#core/monitor/summary-line.ts";
import { pool } from "../pool.ts";
import { SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

type Counted = { status: HealthStatus; kind: MonitorKind; monitors: number; since: Date };

/** How many of a team's monitors are in each status and of each kind, and since when the longest outage lasts. */
export async function countMonitors(
  teamId: number,
): Promise<{ counts: StatusCounts; kinds: Record<MonitorKind, number>; downSince: Date | null }> {
  const { rows } = await pool.query<Counted>(
    `select ${SHOWN_STATUS} as status, m.kind, count(*)::int as monitors, min(${SHOWN_SINCE}) as since
     from monitor m join health h on h.monitor_id = m.id where m.team_id = $1 group by 1, 2`,
    [teamId],
  );
  const counts: StatusCounts = { up: 0, degraded: 0, down: 0, unknown: 0, paused: 0, maintenance: 0 };
  const kinds = Object.fromEntries(MONITOR_KINDS.map((kind) => [kind, 0])) as Record<MonitorKind, number>;
  for (const { status, kind, monitors } of rows) {
    counts[status] += monitors;
    kinds[kind] += monitors;
  }
  const down = rows.filter((row) => row.status === "down").map((row) => row.since.getTime());
  return { counts, kinds, downSince: down.length === 0 ? null : new Date(Math.min(...down)) };
}
