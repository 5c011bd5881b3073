import type { IncidentSummary } from "#core/incident/incident-summary.ts";
import { pool } from "../pool.ts";
import { INCIDENT_COLUMNS, INCIDENT_TABLES } from "./incident-columns.ts";

/** The latest incidents of a team's monitor that were still open at `since` or opened later, newest first. */
export async function listMonitorIncidents(
  teamId: number,
  monitorId: number,
  since: Date,
  limit: number,
): Promise<IncidentSummary[]> {
  const { rows } = await pool.query<IncidentSummary>(
    `select ${INCIDENT_COLUMNS} from ${INCIDENT_TABLES}
     where i.team_id = $1 and i.monitor_id = $2 and coalesce(i.resolved_at, 'infinity') >= $3
     order by i.started_at desc, i.id desc limit $4`,
    [teamId, monitorId, since, limit],
  );
  return rows;
}
