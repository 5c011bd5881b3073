import type { PoolClient } from "pg";
import { pool } from "../pool.ts";
import { IS_FOR, PLAN_COLUMNS, type PlanRow } from "./plan-row.ts";

/** The plans that are for each of some monitors; a monitor without any is left out. */
export async function listPlans(
  monitorIds: readonly number[],
  client: Pick<PoolClient, "query"> = pool,
): Promise<Map<number, PlanRow[]>> {
  const { rows } = await client.query<PlanRow & { monitorId: number }>(
    `select m.id as "monitorId", ${PLAN_COLUMNS} from monitor m join maintenance x on ${IS_FOR}
     where m.id = any($1::int[]) order by m.id, x.id`,
    [monitorIds],
  );
  const plans = new Map<number, PlanRow[]>();
  for (const { monitorId, ...plan } of rows) plans.set(monitorId, [...(plans.get(monitorId) ?? []), plan]);
  return plans;
}
