import type { PoolClient } from "pg";
import type { EscalationPolicy } from "#core/escalation-policy.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";

/**
 * Begins telling of an incident, inside the transaction that opens it: by the policy as it is now. What is due at once goes out as soon as the
 * transaction has ended.
 */
export async function openEscalation(
  client: PoolClient,
  incidentId: number,
  severity: "down" | "degraded",
  policy: EscalationPolicy,
): Promise<void> {
  await client.query(
    `insert into escalation (incident_id, policy, severity, look_at) values ($1, $2, $3::status, now()) on conflict do nothing`,
    [incidentId, jsonb(policy), severity],
  );
  await notify("escalation_due", "", client);
}
