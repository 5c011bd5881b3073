import type { PoolClient } from "pg";
import { jsonb } from "../jsonb.ts";
import { notify } from "../notify.ts";
import { choosePolicy } from "../policy/choose-policy.ts";

type Opened = { incidentId: number; monitorId: number; severity: "down" | "degraded"; isFlapping: boolean };

/** Begins telling of an incident, inside the transaction that opens it: by the policy of its monitor as it is now. */
export async function openEscalation(client: PoolClient, { incidentId, monitorId, severity, isFlapping }: Opened): Promise<void> {
  await client.query(
    `insert into escalation (incident_id, policy, severity, flapping_from, look_at)
     values ($1, $2, $3::status, case when $4 then now() end, now()) on conflict do nothing`,
    [incidentId, jsonb(await choosePolicy(monitorId, client)), severity, isFlapping],
  );
  await notify("escalation_due", "", client);
}
