import type { PoolClient } from "pg";
import type { IncidentEvent } from "#core/incident/incident.ts";
import { addIncidentEvent } from "./add-incident-event.ts";

/** A server that changes its mind at every check fills no timeline: after this many changes of a kind they are no longer written down. */
const MOST_OF_A_KIND = 50;

/** Adds an entry to the timeline of an incident, of a kind that can come again and again. */
export async function addChangingEvent(client: PoolClient, incidentId: number, at: Date, event: IncidentEvent): Promise<void> {
  const { rows } = await client.query<{ events: number }>(
    "select count(*)::int as events from incident_event where incident_id = $1 and kind = $2",
    [incidentId, event.kind],
  );
  if (rows[0]!.events < MOST_OF_A_KIND) await addIncidentEvent(client, incidentId, at, event);
}
