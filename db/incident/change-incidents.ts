import type { PoolClient } from "pg";
import { claimOf } from "../escalation/claim-escalations.ts";
import { tryToTell } from "../escalation/tell-claimed.ts";
import type { HealthRow } from "../health/health-row.ts";
import { writeHealth } from "../health/write-health.ts";
import type { IncidentStep, Verdict } from "../result/judge-checks.ts";
import { changeIncident } from "./change-incident.ts";
import { openIncidents } from "./open-incidents.ts";
import { resolveIncidents } from "./resolve-incidents.ts";

/** A step with the incident of a monitor. */
type Step = { row: HealthRow; step: Verdict["incidents"][number] };

/**
 * Takes the steps with the incidents of monitors inside the transaction that caused them: the first one of each, then the second, and tells of
 * them as they are by then, so that one that opens and ends in one batch is told of both.
 */
export async function changeIncidents(client: PoolClient, verdicts: readonly Verdict[]): Promise<void> {
  for (let turn = 0; ; turn++) {
    const steps = verdicts.flatMap(({ row, incidents }) => (turn < incidents.length ? [{ row, step: incidents[turn]! }] : []));
    if (steps.length === 0) return;
    const before = steps.map(({ row }) => row.incidentId);
    await takeSteps(client, steps);
    const changed = steps.flatMap(({ row }, index) => row.incidentId ?? before[index] ?? []);
    await writeHealth(
      client,
      steps.map(({ row }) => row),
    ); // by which a channel is known to be endangered
    await tellOfIncidents(client, changed);
  }
}

/** One step of each monitor. What begins or ends does so for many at a time where a large server falls or comes back: together. */
async function takeSteps(client: PoolClient, steps: readonly Step[]): Promise<void> {
  await openIncidents(client, steps.filter(isOf("open")));
  await resolveIncidents(client, steps.filter(isOf("resolve")));
  for (const { row, step } of steps) await changeIncident(client, row, step);
}

function isOf(kind: IncidentStep["kind"]) {
  return (of: Step): of is { row: HealthRow; step: IncidentStep } => of.step.kind === kind;
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
