import type { PoolClient } from "pg";
import { maintained } from "#core/maintenance/maintained.ts";
import { joined, nextEdge, occurrencesIn, type Occurrence } from "#core/maintenance/maintenance.ts";
import { lockHealth } from "../health/lock-health.ts";
import { inTransaction } from "../transaction.ts";
import { listPlans } from "./list-plans.ts";
import { nextMaintenanceAt } from "./next-maintenance-at.ts";
import { IS_FOR, PLAN_COLUMNS, type PlanRow } from "./plan-row.ts";
import { writeMaintained } from "./write-maintained.ts";

type DuePlan = PlanRow & { nextAt: number };

/**
 * Lets monitors enter and leave the maintenance that began or ended up to `now` (epoch milliseconds), each at its own instant however
 * late this is. Of several who do so at once the second finds it done. Returns how many changes of health that made.
 */
export async function keepMaintenance(now: number): Promise<number> {
  if ((await nextMaintenanceAt(now)) === null) return 0;
  return inTransaction(async (client) => {
    const { rows: due } = await client.query<DuePlan>(
      `select ${PLAN_COLUMNS}, (extract(epoch from x.next_at) * 1000)::float8 as "nextAt" from maintenance x
       where x.next_at <= $1 order by x.id for no key update`,
      [new Date(now)],
    );
    const changes = await turnMonitors(client, due, now);
    for (const plan of due) await setNext(client, plan, now);
    return changes;
  });
}

/** Writes down when a maintenance next begins or ends after an instant (epoch milliseconds). */
export async function setNext(client: PoolClient, plan: PlanRow, after: number): Promise<void> {
  const next = nextEdge(plan, after);
  await client.query("update maintenance set next_at = $2 where id = $1", [
    plan.maintenanceId,
    next === null ? null : new Date(next),
  ]);
}

async function turnMonitors(client: PoolClient, due: readonly DuePlan[], now: number): Promise<number> {
  const { rows } = await client.query<{ monitorId: number; from: number }>(
    `select m.id as "monitorId", (extract(epoch from min(x.next_at)) * 1000)::float8 as "from"
     from maintenance x join monitor m on ${IS_FOR} where x.id = any($1::int[]) group by m.id`,
    [due.map(({ maintenanceId }) => maintenanceId)],
  );
  const fromOf = new Map(rows.map(({ monitorId, from }) => [monitorId, from]));
  const locked = await lockHealth(client, [...fromOf.keys()]);
  const plans = await listPlans([...fromOf.keys()], client);
  const known = new Map<string, Occurrence[]>(); // most monitors share their plans
  const turned = locked.map((row) => {
    const [own, from] = [plans.get(row.monitorId) ?? [], fromOf.get(row.monitorId)!];
    const key = `${from} ${own.map(({ maintenanceId }) => maintenanceId).join(" ")}`;
    const occurrences = known.get(key) ?? joined(own.flatMap((plan) => occurrencesIn(plan, from - 1, now + 1)));
    known.set(key, occurrences);
    return { row, changes: maintained(row.health, row.intervalS, occurrences, { from, to: now }) };
  });
  await writeMaintained(client, turned);
  return turned.reduce((sum, { changes }) => sum + changes.length, 0);
}
