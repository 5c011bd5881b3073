import type { PoolClient } from "pg";
import { reasonHeadline } from "#core/diagnosis/diagnosis.ts";
import { isIncident } from "#core/incident/incident-change.ts";
import { openedMessage, type IncidentFacts } from "#core/incident/incident-message.ts";
import type { IncidentEvent } from "#core/incident/incident.ts";
import type { Reason } from "#core/reason/reason.ts";
import { addDeliveries } from "#db/delivery/add-deliveries.ts";
import { addIncidentEvent } from "#db/incident/add-incident-event.ts";
import { jsonb } from "#db/jsonb.ts";
import type { SeededDialogue } from "./dialogues/dialogue.ts";
import type { SeededChange } from "./history.ts";
import { seededTarget, type SeededMonitor } from "./monitors.ts";
import type { Ground } from "./seed-monitor.ts";

type What = { monitorId: number; changes: readonly SeededChange[]; dialogue: SeededDialogue; slotAt: Date };

const CONFIRMED_AFTER_MS = 20_000;

/** An incident for each time the monitor was down, or degraded where that is one. Returns the one that goes on. */
export async function seedIncidents(client: PoolClient, ground: Ground, wish: SeededMonitor, what: What): Promise<number | null> {
  let open: number | null = null;
  for (const [index, change] of what.changes.entries()) {
    if (!isIncident(change.to, wish.policy?.incidentFrom ?? "down")) continue;
    const end = what.changes[index + 1]?.at ?? null;
    const reason =
      end === null && what.dialogue.reason
        ? what.dialogue.reason
        : { code: change.reason ?? "connect.refused", stage: null, reply: null, detail: null };
    const incidentId = await insertIncident(client, ground, wish, what, { change, end, reason });
    if (end === null) open = incidentId;
  }
  return open;
}

type Outage = { change: SeededChange; end: number | null; reason: Reason };

async function insertIncident(
  client: PoolClient,
  ground: Ground,
  wish: SeededMonitor,
  { monitorId, dialogue, slotAt }: What,
  { change, end, reason }: Outage,
): Promise<number> {
  const openedAt = new Date(change.at + CONFIRMED_AFTER_MS);
  const status = change.to === "degraded" ? "degraded" : "down";
  const isAcknowledged = end === null && wish.isAcknowledged;
  const { rows } = await client.query<{ id: number }>(
    `insert into incident (team_id, monitor_id, started_at, opened_at, ended_at, resolved_at, reason, slot_at, location_id, acknowledged_at, acknowledged_by,
       status)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      ground.teamId,
      monitorId,
      new Date(change.at),
      openedAt,
      end && new Date(end),
      end && new Date(end + CONFIRMED_AFTER_MS),
      jsonb(reason),
      end === null ? slotAt : new Date(change.at),
      ground.locationId,
      isAcknowledged ? new Date(change.at + 240_000) : null,
      isAcknowledged ? ground.userId : null,
      status,
    ],
  );
  const incidentId = rows[0]!.id;
  for (const [at, event] of timeline(change, end, reason, isAcknowledged ? "demo@example.org" : null)) {
    await addIncidentEvent(client, incidentId, new Date(at), event);
  }
  if (end === null) {
    const target = seededTarget(wish);
    const facts: IncidentFacts = {
      incidentId,
      monitorId,
      monitorName: wish.name,
      target,
      startedAt: change.at,
      status,
      reason,
      baseUrl: "http://localhost:3000",
    };
    const message = openedMessage(facts, dialogue.lines);
    await addDeliveries(client, [
      { teamId: ground.teamId, channelId: ground.channelId, monitorId, incidentId, changeId: null, kind: message.kind, message },
    ]);
  }
  return incidentId;
}

function timeline(change: SeededChange, end: number | null, reason: Reason, by: string | null): [number, IncidentEvent][] {
  const text = reasonHeadline(reason.code, reason.reply?.code ?? null);
  const seen = (at: number) => ({ location: "local", slotAt: new Date(at).toISOString(), text });
  const opened = change.at + CONFIRMED_AFTER_MS;
  return [
    [change.at, { kind: "first_failure", ...seen(change.at) }],
    [opened, { kind: "confirmed", ...seen(opened) }],
    [opened + 1, { kind: "opened", text: "Incident opened. One channel is being told." }],
    [opened + 1_800, { kind: "told", channel: "On call", outcome: "sent", detail: "250 2.0.0 Ok: queued as 4F2kXz" }],
    ...(by === null ? [] : [[change.at + 240_000, { kind: "acknowledged", by }] satisfies [number, IncidentEvent]]),
    ...(end === null ? [] : [[end, { kind: "recovered", ...seen(end), text: "250 again" }] satisfies [number, IncidentEvent]]),
  ];
}
