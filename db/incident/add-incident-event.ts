import type { PoolClient } from "pg";
import type { IncidentEvent } from "#core/incident/incident.ts";
import { jsonb } from "../jsonb.ts";

/** An entry in the timeline of an incident. */
export type NewIncidentEvent = { incidentId: number; at: Date; event: IncidentEvent };

/** Adds an entry to the timeline of an incident, inside the transaction that makes it true. */
export async function addIncidentEvent(client: PoolClient, incidentId: number, at: Date, event: IncidentEvent): Promise<void> {
  await addIncidentEvents(client, [{ incidentId, at, event }]);
}

/** Adds entries to the timelines of incidents, in this order, inside the transaction that makes them true. */
export async function addIncidentEvents(client: PoolClient, rows: readonly NewIncidentEvent[]): Promise<void> {
  const details = rows.map(({ event }) => {
    const { kind, ...detail } = event;
    return { kind, detail: jsonb(detail) };
  });
  await client.query(
    `insert into incident_event (incident_id, at, kind, detail)
     select incident_id, at, kind, detail
     from unnest($1::int[], $2::timestamptz[], $3::text[], $4::jsonb[]) with ordinality as row (incident_id, at, kind, detail, position)
     order by position`,
    [
      rows.map(({ incidentId }) => incidentId),
      rows.map(({ at }) => at.toISOString()),
      details.map(({ kind }) => kind),
      details.map(({ detail }) => detail),
    ],
  );
}
