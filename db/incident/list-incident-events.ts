import type { IncidentEvent } from "#core/incident.ts";
import { pool } from "../pool.ts";

/** An entry in the timeline of an incident. */
export type IncidentEventRow = { eventId: number; at: Date; event: IncidentEvent };

/** The timeline of a team's incident, oldest first. */
export async function listIncidentEvents(teamId: number, incidentId: number): Promise<IncidentEventRow[]> {
  const { rows } = await pool.query<IncidentEventRow>(
    `select e.id as "eventId", e.at, e.detail || jsonb_build_object('kind', e.kind) as event
     from incident_event e join incident i on i.id = e.incident_id
     where i.team_id = $1 and i.id = $2 order by e.at, e.id`,
    [teamId, incidentId],
  );
  return rows;
}
