import type { PoolClient } from "pg";
import type { Transition } from "#core/health.ts";
import { resolvedMessage } from "#core/incident-message.ts";
import type { Reason } from "#core/reason.ts";
import { env } from "#env.ts";
import { addDeliveries } from "../delivery/add-deliveries.ts";
import type { HealthRow } from "../health/health-row.ts";
import type { FinishedCheck } from "../result/finished-check.ts";
import { addIncidentEvent } from "./add-incident-event.ts";
import { loadSubject } from "./load-subject.ts";

/** Resolves the open incident of a monitor, if there is one, whose recovery `check` has confirmed, and tells the monitor's channels. */
export async function resolveIncident(
  client: PoolClient,
  row: HealthRow,
  check: FinishedCheck,
  transition: Transition,
): Promise<void> {
  const { rows } = await client.query<{ incidentId: number; reason: Reason; startedAt: Date }>(
    `update incident set ended_at = greatest($2, started_at), resolved_at = $3
     where monitor_id = $1 and resolved_at is null
     returning id as "incidentId", reason, started_at as "startedAt"`,
    [row.monitorId, new Date(transition.at), new Date(transition.confirmedAt)],
  );
  const incident = rows[0];
  if (!incident) return;

  const { incidentId, reason } = incident;
  const { location, ...subject } = await loadSubject(client, row.monitorId, check.locationId);
  const text = transition.to === "up" ? "Up again." : "It answers again, with trouble.";
  const slotAt = new Date(check.slotAt).toISOString();
  await addIncidentEvent(client, incidentId, new Date(transition.at), { kind: "recovered", location, slotAt, text });
  const facts = {
    ...subject,
    incidentId,
    monitorId: row.monitorId,
    startedAt: incident.startedAt.getTime(),
    reason,
    baseUrl: env.NEXTAUTH_URL,
  };
  const message = resolvedMessage(facts, transition.at);
  const whom = { teamId: row.teamId, monitorId: row.monitorId, incidentId, kind: message.kind, message };
  await addDeliveries(
    client,
    subject.channelIds.map((channelId) => ({ ...whom, channelId })),
  );
}
