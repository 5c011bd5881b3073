import type { PoolClient } from "pg";
import { durationWords } from "#core/duration.ts";
import { flappingMessage } from "#core/incident-message.ts";
import type { Reason } from "#core/reason.ts";
import { env } from "#env.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { FlappingChange } from "../result/judge-checks.ts";
import { addChangingEvent } from "./add-changing-event.ts";
import { loadSubject } from "./load-subject.ts";
import { tellOfIncident } from "./tell-of-incident.ts";

type Open = { reason: Reason; startedAt: Date; status: "down" | "degraded" };

/**
 * Writes into the open incident that its trouble begins to come and go, or that it has stopped to. That it does is told to the monitor's
 * channels, once an incident, in place of every single turn.
 */
export async function noteFlapping(client: PoolClient, row: HealthRow, { kind, check, turnedAt }: FlappingChange): Promise<void> {
  const { incidentId } = row;
  if (incidentId === null) return;
  const { rows } = await client.query<Open>(`select reason, started_at as "startedAt", status from incident where id = $1`, [
    incidentId,
  ]);
  const incident = rows[0]!;
  const { location, ...subject } = await loadSubject(client, row.monitorId, check.locationId);
  const slotAt = new Date(check.slotAt).toISOString();
  const text = kind === "flapping_began" ? flappingText(turnedAt) : "Steady again.";
  await addChangingEvent(client, incidentId, new Date(check.result.startedAt), { kind, location, slotAt, text });
  if (kind === "steady_again") return;

  const { reason, status } = incident;
  const startedAt = incident.startedAt.getTime();
  const facts = { ...subject, incidentId, monitorId: row.monitorId, startedAt, status, reason, baseUrl: env.NEXTAUTH_URL };
  await tellOfIncident(client, row, incidentId, subject.channelIds, flappingMessage(facts, turnedAt));
}

function flappingText(turnedAt: readonly number[]): string {
  const withinMs = turnedAt.at(-1)! - turnedAt[0]!;
  return `It comes and goes: ${turnedAt.length} changes in ${durationWords(withinMs)}. Nothing more is told until it is steady.`;
}
