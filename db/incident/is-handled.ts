import type { PoolClient } from "pg";
import { HANDLED_FOR_MS } from "#core/handled.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { IncidentStep } from "../result/judge-checks.ts";

/**
 * Whether the trouble an incident would open for is what somebody has resolved by hand (core/handled.ts). The latest incident knows which
 * changes of health came after that: they are counted under the same lock.
 */
export async function isHandled(
  client: PoolClient,
  { monitorId, incidentFrom }: HealthRow,
  { check, status }: IncidentStep,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from (select * from incident where monitor_id = $1 order by id desc limit 1) latest
     where handled_after is not null and resolved_at > $2::timestamptz - $3 * interval '1 ms'
       and not (status = 'degraded' and $4 = 'down')
       and not exists (
         select from transition t where t.monitor_id = $1 and t.id > latest.handled_after
           and (t."to" in ('up', 'paused', 'maintenance') or t."to" = 'degraded' and $5 = 'down'))`,
    [monitorId, new Date(check.result.startedAt), HANDLED_FOR_MS, status, incidentFrom],
  );
  return rowCount === 1;
}
