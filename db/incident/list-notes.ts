import type { IncidentNote } from "#core/incident/incident-note.ts";
import { pool } from "../pool.ts";

/** The notes of a team's incident, oldest first. */
export async function listNotes(teamId: number, incidentId: number): Promise<IncidentNote[]> {
  const { rows } = await pool.query<IncidentNote>(
    `select n.id as "noteId", n.user_id as "userId", u.email as by, n.text, n.written_at as "writtenAt", n.edited_at as "editedAt"
     from incident_note n join incident i on i.id = n.incident_id left join "user" u on u.id = n.user_id
     where i.team_id = $1 and i.id = $2 order by n.written_at, n.id`,
    [teamId, incidentId],
  );
  return rows;
}
