import { openedMessage, resolvedMessage, type IncidentFacts } from "#core/incident/incident-message.ts";
import { smtpTargetSchema } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { addDeliveries } from "#db/delivery/add-deliveries.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Channel, Incident, Monitor } from "#prisma/generated/client.ts";

const REASON = { code: "connect.refused", stage: "connect", reply: null, detail: "ECONNREFUSED" } as const;
const LASTED_MS = 252_000;

/** An incident of a monitor that began an hour ago. */
export function makeIncident(monitor: Monitor): Promise<Incident> {
  const startedAt = new Date(Date.now() - 3_600_000);
  const { teamId, id: monitorId } = monitor;
  return prisma.incident.create({
    data: { teamId, monitorId, startedAt, openedAt: startedAt, slotAt: startedAt, reason: REASON, locationId: 1 },
  });
}

/** Puts word of an incident into the outbox, as recording its opening or its end does. Returns the delivery's id. */
export async function tell(what: "down" | "up", monitor: Monitor, incident: Incident, channel: Channel): Promise<number> {
  const facts: IncidentFacts = {
    incidentId: incident.id,
    monitorId: monitor.id,
    monitorName: monitor.name,
    target: smtpTargetSchema.parse(monitor.target),
    startedAt: incident.startedAt.getTime(),
    reason: REASON,
    baseUrl: "http://localhost:3000",
  };
  const message = what === "down" ? openedMessage(facts, []) : resolvedMessage(facts, facts.startedAt + LASTED_MS);
  const { teamId, id: monitorId } = monitor;
  const row = { teamId, monitorId, channelId: channel.id, incidentId: incident.id, changeId: null, kind: message.kind, message };
  await inTransaction((client) => addDeliveries(client, [row]));
  const { id } = await prisma.delivery.findFirstOrThrow({
    where: { incidentId: incident.id, channelId: channel.id, kind: message.kind },
  });
  return id;
}
