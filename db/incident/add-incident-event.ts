import type { PoolClient } from "pg";
import type { IncidentEvent } from "#core/incident.ts";
import { jsonb } from "../jsonb.ts";

/** Adds an entry to the timeline of an incident, inside the transaction that makes it true. */
export async function addIncidentEvent(client: PoolClient, incidentId: number, at: Date, event: IncidentEvent): Promise<void> {
  const { kind, ...detail } = event;
  await client.query("insert into incident_event (incident_id, at, kind, detail) values ($1, $2, $3, $4)", [
    incidentId,
    at,
    kind,
    jsonb(detail),
  ]);
}
