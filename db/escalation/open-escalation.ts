import type { PoolClient } from "pg";
import type { EscalationPolicy } from "#core/escalation-policy.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";

type Opening = { policy: EscalationPolicy; severity: "down" | "degraded"; isFlapping?: boolean };

/** Begins telling of an incident, inside the transaction that opens it, by a policy as it is now. */
export async function openEscalation(
  client: PoolClient,
  incidentId: number,
  { policy, severity, isFlapping = false }: Opening,
): Promise<void> {
  await client.query(
    `insert into escalation (incident_id, policy, severity, flapping_from, look_at)
     values ($1, $2, $3::status, case when $4 then now() end, now()) on conflict do nothing`,
    [incidentId, jsonb(policy), severity, isFlapping],
  );
  await notify("escalation_due", "", client);
}
