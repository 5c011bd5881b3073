import type { PoolClient } from "pg";
import type { EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";

export type NewEscalation = { incidentId: number; policy: EscalationPolicy; severity: "down" | "degraded"; isFlapping: boolean };

/** Begins telling of incidents, inside the transaction that opens them, each by a policy as it is now. */
export async function openEscalations(client: PoolClient, rows: readonly NewEscalation[]): Promise<void> {
  await client.query(
    `insert into escalation (incident_id, policy, severity, flapping_from, look_at)
     select incident_id, policy, severity, case when is_flapping then now() end, now()
     from unnest($1::int[], $2::jsonb[], $3::status[], $4::boolean[]) as row (incident_id, policy, severity, is_flapping)
     on conflict do nothing`,
    [
      rows.map(({ incidentId }) => incidentId),
      rows.map(({ policy }) => jsonb(policy)),
      rows.map(({ severity }) => severity),
      rows.map(({ isFlapping }) => isFlapping),
    ],
  );
  await notify("escalation_due", "", client);
}
