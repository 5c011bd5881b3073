import { pool } from "../pool.ts";
import { INCIDENT_COLUMNS, INCIDENT_TABLES, type IncidentRow } from "./incident-row.ts";

/** An incident of a team; null where the team has none such. */
export async function readIncident(teamId: number, incidentId: number): Promise<IncidentRow | null> {
  const { rows } = await pool.query<IncidentRow>(
    `select ${INCIDENT_COLUMNS} from ${INCIDENT_TABLES} where i.team_id = $1 and i.id = $2`,
    [teamId, incidentId],
  );
  return rows[0] ?? null;
}
