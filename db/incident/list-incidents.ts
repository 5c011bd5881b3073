import type { IncidentSummary } from "#core/incident-summary.ts";
import { pool } from "../pool.ts";
import { INCIDENT_COLUMNS, INCIDENT_TABLES } from "./incident-columns.ts";

/** A piece of a team's incidents, open ones first and then the newest, and how many there are in all. */
export async function listIncidents(
  teamId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ incidents: IncidentSummary[]; total: number; open: number }> {
  const [page, counts] = await Promise.all([
    pool.query<IncidentSummary>(
      `select ${INCIDENT_COLUMNS} from ${INCIDENT_TABLES} where i.team_id = $1
       order by i.resolved_at is null desc, i.started_at desc, i.id desc limit $2 offset $3`,
      [teamId, limit, offset],
    ),
    pool.query<{ total: number; open: number }>(
      "select count(*)::int as total, count(*) filter (where resolved_at is null)::int as open from incident where team_id = $1",
      [teamId],
    ),
  ]);
  return { incidents: page.rows, ...counts.rows[0]! };
}
