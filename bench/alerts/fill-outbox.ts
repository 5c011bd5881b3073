import { settingsOfKind } from "#channels/settings-by-kind.ts";
import { openedMessage } from "#core/incident/incident-message.ts";
import { smtpTargetSchema } from "#core/monitor/monitor.ts";
import { addChannel } from "#db/channel/add-channel.ts";
import { prisma } from "#db/client.ts";
import { addDeliveries, type NewDelivery } from "#db/delivery/add-deliveries.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Team } from "#prisma/generated/client.ts";
import { makeMonitor } from "#testing/makers.ts";
import { makeIncident } from "#testing/outbox.ts";
import type { Settings } from "./providers.ts";

/** What one channel is told before messages are gathered. */
const TOLD_EACH = 5;
const AT_ONCE = 500;
const REASON = {
  code: "rcpt.reply",
  stage: "rcpt",
  reply: { code: 452, enhanced: "4.3.1", lines: ["4.3.1 Insufficient system storage"] },
  detail: null,
} as const;

/**
 * Puts word of outages into the outbox: five to each channel, and as many channels of every kind as that needs. What was there before it
 * returns may be sent already.
 */
export async function fillOutbox(team: Team, count: number, settings: readonly Settings[]): Promise<void> {
  const channelIds: number[] = [];
  for (let index = 0; index < count / TOLD_EACH; index += 1)
    channelIds.push(await makeChannelOf(team, settings[index % settings.length]!));
  const rows: NewDelivery[] = [];
  for (let n = 0; n < TOLD_EACH; n += 1) rows.push(...(await wordOfOutage(team, n, channelIds)));
  await inTransaction(async (client) => {
    for (let at = 0; at < rows.length; at += AT_ONCE) await addDeliveries(client, rows.slice(at, at + AT_ONCE));
  });
}

async function makeChannelOf({ id }: Team, { kind, values }: Settings): Promise<number> {
  const read = settingsOfKind(kind)!.read(values);
  if (!read.success) throw new Error(`${kind}: ${read.error.issues[0]?.message}`);
  const { config, secrets, leadsTo } = read.data;
  return addChannel(id, { kind, name: `Bench ${kind}`, config, secrets, leadsTo, isVerified: true });
}

async function wordOfOutage(team: Team, n: number, channelIds: readonly number[]): Promise<NewDelivery[]> {
  const monitor = await makeMonitor(team, { name: `mx${n}` });
  const incident = await makeIncident(monitor);
  await prisma.incident.update({ where: { id: incident.id }, data: { reason: REASON } });
  const facts = {
    incidentId: incident.id,
    monitorId: monitor.id,
    monitorName: monitor.name,
    target: smtpTargetSchema.parse(monitor.target),
    startedAt: incident.startedAt.getTime(),
    reason: { ...REASON, reply: { ...REASON.reply, lines: [...REASON.reply.lines] } },
    baseUrl: "https://watch.example.com",
  };
  const message = openedMessage(facts, []);
  const about = { teamId: team.id, monitorId: monitor.id, incidentId: incident.id, changeId: null, kind: message.kind, message };
  return channelIds.map((channelId) => ({ ...about, channelId }));
}
