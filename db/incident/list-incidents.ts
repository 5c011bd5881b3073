import type { IncidentSummary } from "#core/incident/incident-summary.ts";
import { pool } from "../pool.ts";
import { INCIDENT_COLUMNS, INCIDENT_TABLES } from "./incident-columns.ts";

/** Which of a team's incidents: those that are open or all, of one monitor or any. */
export type IncidentFilter = { isOpen: boolean; monitorId: number | null };

/** A piece of a team's incidents, open ones first and then the newest, and how many are open and in all, of that monitor or any. */
export async function listIncidents(
  teamId: number,
  { isOpen, monitorId }: IncidentFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ incidents: IncidentSummary[]; total: number; open: number }> {
  const [page, counts] = await Promise.all([
    pool.query<IncidentSummary>(
      // Sorted by little, for everything else is only wanted of those that are shown.
      `with piece as (
         select id from incident where team_id = $1 and ($2::int is null or monitor_id = $2) and (not $3 or resolved_at is null)
         order by resolved_at is null desc, started_at desc, id desc limit $4 offset $5)
       select ${INCIDENT_COLUMNS} from ${INCIDENT_TABLES} where i.id in (select id from piece)
       order by i.resolved_at is null desc, i.started_at desc, i.id desc`,
      [teamId, monitorId, isOpen, limit, offset],
    ),
    pool.query<{ total: number; open: number }>(
      `select count(*)::int as total, count(*) filter (where resolved_at is null)::int as open from incident
       where team_id = $1 and ($2::int is null or monitor_id = $2)`,
      [teamId, monitorId],
    ),
  ]);
  return { incidents: page.rows, ...counts.rows[0]! };
}
