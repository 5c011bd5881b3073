import type { IncidentEventSummary } from "#core/incident/incident-event-summary.ts";
import { pool } from "../pool.ts";

/** The timeline of a team's incident, oldest first. */
export async function listIncidentEvents(teamId: number, incidentId: number): Promise<IncidentEventSummary[]> {
  const { rows } = await pool.query<IncidentEventSummary>(
    `select e.id as "eventId", e.at, e.detail || jsonb_build_object('kind', e.kind) as event
     from incident_event e join incident i on i.id = e.incident_id
     where i.team_id = $1 and i.id = $2 order by e.at, e.id`,
    [teamId, incidentId],
  );
  return rows;
}
