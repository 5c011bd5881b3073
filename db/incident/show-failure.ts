import type { PoolClient } from "pg";
import { jsonb } from "../jsonb.ts";
import type { ShownFailure } from "./find-failure.ts";

/** An open incident is about this failure from now on: its headline, its diagnosis and the dialogue beside them. */
export async function showFailure(client: PoolClient, incidentId: number, failure: ShownFailure): Promise<void> {
  await client.query("update incident set reason = $2, slot_at = $3, location_id = $4 where id = $1", [
    incidentId,
    jsonb(failure.reason),
    failure.slotAt,
    failure.locationId,
  ]);
}
