import type { PoolClient } from "pg";
import { durationWords } from "#core/text/duration.ts";
import { changeEscalation } from "../escalation/change-escalation.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { FlappingChange } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { loadSubject } from "./load-subject.ts";

/**
 * Writes into the open incident that its trouble begins to come and go, or that it has stopped to. That it does is told once an incident, in
 * place of every single turn.
 */
export async function noteFlapping(client: PoolClient, row: HealthRow, { kind, check, turnedAt }: FlappingChange): Promise<void> {
  const { incidentId } = row;
  if (incidentId === null) return;
  const { location } = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  const text = kind === "flapping_began" ? flappingText(turnedAt) : "Steady again.";
  await addChangingEvent(client, incidentId, new Date(check.result.startedAt), { kind, location, slotAt, text });
  await changeEscalation(client, incidentId, kind);
}

function flappingText(turnedAt: readonly number[]): string {
  const withinMs = turnedAt.at(-1)! - turnedAt[0]!;
  return `It comes and goes: ${turnedAt.length} changes in ${durationWords(withinMs)}. Nothing more is told until it is steady.`;
}
