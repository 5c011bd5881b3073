import type { MonitorKind } from "#core/check/stage.ts";
import type { HealthStatus } from "#core/check/status.ts";
import type { MonitorSummary } from "#core/monitor/monitor-summary.ts";
import { pool } from "../pool.ts";
import { MONITOR_COLUMNS, MONITOR_TABLES } from "./monitor-columns.ts";
import { SHOWN_SINCE, SHOWN_STATUS } from "./shown-status.ts";

/** Which monitors are wanted: of one status, of one kind, with a tag, with a text in name or host, and a piece of the list. */
export type MonitorFilter = {
  status: HealthStatus | null;
  kind: MonitorKind | null;
  tag: string | null;
  text: string;
  limit: number;
  offset: number;
};

/** What needs a person comes first. */
const RANK = `array_position(array['down', 'degraded', 'unknown', 'up', 'maintenance', 'paused']::health_status[], ${SHOWN_STATUS})`;

/** A piece of a team's monitors, down first and the newest outage on top, and how many there are in all that fit the filter. */
export async function listMonitors(teamId: number, filter: MonitorFilter): Promise<{ monitors: MonitorSummary[]; total: number }> {
  const fits = `m.team_id = $1 and ($2::health_status is null or ${SHOWN_STATUS} = $2)
    and ($3 = '' or position(lower($3) in lower(m.name)) > 0 or position(lower($3) in m.target->>'host') > 0)
    and ($4::text is null or $4 = any(m.tags))
    and ($5::monitor_kind is null or m.kind = $5)`;
  const which = [teamId, filter.status, filter.text, filter.tag, filter.kind];
  const [page, count] = await Promise.all([
    pool.query<MonitorSummary>(
      // Sorted by little, for everything else is only wanted of those that are shown.
      `with piece as (
         select m.id, ${RANK} as rank, case when h.status = 'down' then ${SHOWN_SINCE} end as down_since, lower(m.name) as called
         from monitor m join health h on h.monitor_id = m.id where ${fits}
         order by rank, down_since desc, called, m.id limit $6 offset $7)
       select ${MONITOR_COLUMNS} from piece join (${MONITOR_TABLES}) on m.id = piece.id order by rank, down_since desc, called, m.id`,
      [...which, filter.limit, filter.offset],
    ),
    pool.query<{ total: number }>(
      `select count(*)::int as total from monitor m join health h on h.monitor_id = m.id where ${fits}`,
      which,
    ),
  ]);
  return { monitors: page.rows, total: count.rows[0]!.total };
}
