import type { PoolClient } from "pg";
import { notify } from "../notify.ts";

/**
 * What can happen to an incident that changes what is told of it, and what is written down of it beside the incident itself. One that worsens
 * in the transaction that opens it begins anew all the same.
 */
const CHANGES = {
  worsened: "worsened_at = coalesce(worsened_at, greatest(now(), began_at + interval '1 ms'))",
  flapping_began: "flapping_from = now(), flapping_to = null",
  steady_again: "flapping_to = now()",
  acknowledged: null,
  unacknowledged: "unacknowledged_at = now()",
  recovered: "has_recovered = true",
} as const;
export type EscalationChange = keyof typeof CHANGES;

/**
 * Writes down what happens to an incident, or to several, inside the transaction that makes it true, and has somebody look at what to tell now. Of one that is
 * closed nothing has to be said: nobody is told of it.
 */
export async function changeEscalation(
  client: PoolClient,
  incidentIds: number | readonly number[],
  change: EscalationChange,
): Promise<void> {
  const set = CHANGES[change] === null ? "" : `${CHANGES[change]}, `;
  const { rowCount } = await client.query(
    `with incident as (select id from incident where id = any($1) order by id for no key update) -- first the one and then the other, as everybody does
     update escalation set ${set}look_at = now() from incident where incident_id = incident.id`,
    [[incidentIds].flat()],
  );
  if (rowCount) await notify("escalation_due", "", client);
}
