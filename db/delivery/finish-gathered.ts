import type { PoolClient } from "pg";
import type { IncidentEvent } from "#core/incident/incident.ts";
import { jsonb } from "../jsonb.ts";

/**
 * Lets what a digest tells end with it, inside the transaction that records the attempt: each delivery, and a line in the timeline of each
 * incident. What is to be tried again stays in it. Later messages about an incident answer the digest, where the product has threads.
 */
export async function finishGathered(
  client: PoolClient,
  digestId: number,
  at: Date,
  told: Extract<IncidentEvent, { kind: "told" }>,
): Promise<void> {
  if (told.outcome !== "retry") {
    await client.query(
      `update delivery set status = digest.status, finished_at = digest.finished_at, reference = digest.reference
       from delivery digest
       where digest.id = $1 and delivery.gathered_in = digest.id and delivery.status = 'gathered'`,
      [digestId],
    );
  }
  const { kind, ...detail } = told;
  await client.query(
    `with gathered as (select incident_id from delivery where gathered_in = $1 and kind <> 'digest')
     insert into incident_event (incident_id, at, kind, detail)
     select distinct incident_id, $2::timestamptz, $3, $4::jsonb || jsonb_build_object('together', (select count(*) - 1 from gathered))
     from gathered where incident_id is not null`,
    [digestId, at, kind, jsonb(detail)],
  );
}
