import type { PoolClient } from "pg";
import { CALM } from "#core/judging/flapping.ts";
import { openEscalations } from "../escalation/open-escalations.ts";
import type { HealthRow } from "../health/health-row.ts";
import { jsonb } from "../jsonb.ts";
import { choosePolicies } from "../policy/choose-policy.ts";
import type { IncidentStep } from "../result/judge-checks.ts";
import { addIncidentEvents } from "./add-incident-event.ts";
import { findFailure, type ShownFailure } from "./find-failure.ts";
import { findHandled } from "./find-handled.ts";
import { firstEvents } from "./first-events.ts";

/** A monitor whose trouble was confirmed by a check. */
export type Opening = { row: HealthRow; step: IncidentStep };
type Shown = Opening & { failure: ShownFailure };
type Opened = Shown & { incidentId: number };

/**
 * Opens the incidents of monitors, one each, with the beginning of its timeline and of its escalation, and writes into the row of each which
 * one is open by then. Where one is open already that one goes on and nobody is told again. Where somebody has resolved the same trouble
 * by hand a short while ago none opens. A thousand take as many queries as one.
 */
export async function openIncidents(client: PoolClient, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return;
  const handled = await findHandled(client, openings);
  const shown: Shown[] = [];
  for (const { row, step } of openings) {
    if (handled.has(row.monitorId)) {
      row.incidentId = null;
      row.flapping = CALM; // who has it knows; a turn that was counted now would keep a later incident from being told of
    } else shown.push({ row, step, failure: await findFailure(client, step.check) });
  }
  const opened = await insertIncidents(client, shown);
  if (opened.length === 0) return;

  const beginnings = await firstEvents(client, opened);
  await addIncidentEvents(
    client,
    opened.flatMap(({ incidentId }, index) => beginnings[index]!.map(([at, event]) => ({ incidentId, at: new Date(at), event }))),
  );
  const policyOf = await choosePolicies(
    opened.map(({ row }) => row.monitorId),
    client,
  );
  await openEscalations(
    client,
    opened.map(({ row, step, incidentId }) => ({
      incidentId,
      policy: policyOf(row.monitorId),
      severity: severityOf(step),
      isFlapping: step.isFlapping,
    })),
  );
}

/** Returns those that are new. */
async function insertIncidents(client: PoolClient, shown: readonly Shown[]): Promise<Opened[]> {
  const { rows } = await client.query<{ incidentId: number; monitorId: number }>(
    `insert into incident (team_id, monitor_id, started_at, opened_at, status, reason, slot_at, location_id)
     select team_id, monitor_id, started_at, opened_at, status, reason, slot_at, location_id
     from unnest($1::int[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::status[], $6::jsonb[], $7::timestamptz[], $8::smallint[])
       with ordinality as row (team_id, monitor_id, started_at, opened_at, status, reason, slot_at, location_id, position)
     order by position
     on conflict (monitor_id) where resolved_at is null do nothing
     returning id as "incidentId", monitor_id as "monitorId"`,
    [
      shown.map(({ row }) => row.teamId),
      shown.map(({ row }) => row.monitorId),
      shown.map(({ step }) => new Date(step.at).toISOString()),
      shown.map(({ step }) => new Date(step.confirmedAt).toISOString()),
      shown.map(({ step }) => severityOf(step)),
      shown.map(({ failure }) => jsonb(failure.reason)),
      shown.map(({ failure }) => failure.slotAt.toISOString()),
      shown.map(({ failure }) => failure.locationId),
    ],
  );
  const ids = new Map(rows.map(({ monitorId, incidentId }) => [monitorId, incidentId]));
  return shown.flatMap((each) => {
    const incidentId = ids.get(each.row.monitorId);
    if (incidentId === undefined) return [];
    each.row.incidentId = incidentId;
    return [{ ...each, incidentId }];
  });
}

function severityOf({ status }: IncidentStep): "down" | "degraded" {
  return status === "degraded" ? "degraded" : "down";
}
