import type { PoolClient } from "pg";
import { notify } from "../notify.ts";

/** What can happen to an incident that changes what is told of it, and what is written down of it beside the incident itself. */
const CHANGES = {
  worsened: "worsened_at = coalesce(worsened_at, now())",
  flapping_began: "flapping_from = now(), flapping_to = null",
  steady_again: "flapping_to = now()",
  acknowledged: null,
  unacknowledged: "unacknowledged_at = now()",
  recovered: "has_recovered = true",
  closed: null,
  not_delivered: null,
} as const;
export type EscalationChange = keyof typeof CHANGES;

/** Writes down what happens to an incident, inside the transaction that makes it true, and has somebody look at what to tell now. */
export async function changeEscalation(client: PoolClient, incidentId: number, change: EscalationChange): Promise<void> {
  const set = CHANGES[change] === null ? "" : `${CHANGES[change]}, `;
  const { rowCount } = await client.query(`update escalation set ${set}look_at = now() where incident_id = $1`, [incidentId]);
  if (rowCount) await notify("escalation_due", "", client);
}
