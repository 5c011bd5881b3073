import type { IncidentSummary } from "#core/incident/incident-summary.ts";
import { pool } from "../pool.ts";
import { INCIDENT_COLUMNS, INCIDENT_TABLES } from "./incident-columns.ts";

/** An incident of a team; null where the team has none such. */
export async function readIncident(teamId: number, incidentId: number): Promise<IncidentSummary | null> {
  const { rows } = await pool.query<IncidentSummary>(
    `select ${INCIDENT_COLUMNS} from ${INCIDENT_TABLES} where i.team_id = $1 and i.id = $2`,
    [teamId, incidentId],
  );
  return rows[0] ?? null;
}
