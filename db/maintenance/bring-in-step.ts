import type { PoolClient } from "pg";
import { inStep } from "#core/maintenance/maintained.ts";
import { occurrencesIn } from "#core/maintenance/maintenance.ts";
import { lockHealth } from "../health/lock-health.ts";
import { listPlans } from "./list-plans.ts";
import { writeMaintained } from "./write-maintained.ts";

/**
 * Lets monitors enter or leave maintenance at `now` (epoch milliseconds), because what they are in was changed by hand: a maintenance
 * made, edited, ended or deleted, a monitor made, tagged or resumed.
 */
export async function bringInStep(client: PoolClient, monitorIds: readonly number[], now: number): Promise<void> {
  const locked = await lockHealth(client, monitorIds);
  const plans = await listPlans(monitorIds, client);
  const isOn = new Map<number, boolean>();
  const isPlanOn = (plan: Parameters<typeof occurrencesIn>[0] & { maintenanceId: number }) => {
    const known = isOn.get(plan.maintenanceId) ?? occurrencesIn(plan, now, now + 1).length > 0;
    isOn.set(plan.maintenanceId, known);
    return known;
  };
  await writeMaintained(
    client,
    locked.map((row) => {
      const change = inStep(row.health, (plans.get(row.monitorId) ?? []).some(isPlanOn), now);
      return { row, changes: change === null ? [] : [change] };
    }),
  );
}

/** Lets nobody else change what maintenance a team's monitors are in until the transaction ends: each has to see what the other did. */
export async function lockMaintenance(client: PoolClient, teamId: number): Promise<void> {
  await client.query("select from team where id = $1 for no key update", [teamId]);
}
