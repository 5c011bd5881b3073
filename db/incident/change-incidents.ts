import type { PoolClient } from "pg";
import { claimOf } from "../escalation/claim-escalations.ts";
import { tryToTell } from "../escalation/tell-claimed.ts";
import { writeHealth } from "../health/write-health.ts";
import type { Verdict } from "../result/judge-checks.ts";
import { changeIncident } from "./change-incident.ts";

/**
 * Takes the steps with the incidents of monitors inside the transaction that caused them: the first one of each, then the second, and tells of
 * them as they are by then, so that one that opens and ends in one batch is told of both.
 */
export async function changeIncidents(client: PoolClient, verdicts: readonly Verdict[]): Promise<void> {
  for (let turn = 0; ; turn++) {
    const changing = verdicts.filter(({ incidents }) => turn < incidents.length);
    if (changing.length === 0) return;
    const changed: number[] = [];
    for (const { row, incidents } of changing) {
      const before = row.incidentId;
      row.incidentId = await changeIncident(client, row, incidents[turn]!);
      const incidentId = row.incidentId ?? before;
      if (incidentId !== null) changed.push(incidentId);
    }
    await writeHealth(
      client,
      changing.map(({ row }) => row),
    ); // by which a channel is known to be endangered
    await tellOfIncidents(client, changed);
  }
}

/**
 * Tells what is due of incidents in the transaction that changed them, so that the first messages leave with its commit. What goes wrong with
 * them loses no result: they are due still for whoever takes the steps, who says what is wrong.
 */
async function tellOfIncidents(client: PoolClient, incidentIds: readonly number[]): Promise<void> {
  if (incidentIds.length === 0) return;
  const claimed = await claimOf(client, incidentIds);
  if (claimed.length > 0) await tryToTell(client, claimed);
}
