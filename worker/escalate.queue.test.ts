import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { EscalationPolicy, Step } from "#core/escalation/escalation-policy.ts";
import { prisma } from "#db/client.ts";
import { acknowledgeIncident } from "#db/incident/acknowledge-incident.ts";
import { stopListening } from "#db/listen.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { savePolicy } from "#db/policy/save-policy.ts";
import { recordResults } from "#db/result/record-results.ts";
import type { Channel, Monitor, Team, User } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { roadsTo } from "#testing/roads.ts";
import { untilSo } from "#testing/until.ts";
import { startDelivering } from "./deliver.ts";
import { startEscalating } from "./escalate.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";
import { openQueues, type Queues } from "./queues.ts";

const WITHIN_MS = 20_000;
const REFUSED = "nobody@example.org";

let receiver: MailReceiver;
let queues: Queues;
let stops: (() => Promise<void>)[];
let team: Team;
let user: User;
const outage = watchOutage(log, "the database");

const refuse = (address: string) => (address.includes(REFUSED) ? { code: 550, text: "5.1.1 No such mailbox" } : undefined);

/** Two workers, as in any fleet. */
beforeAll(async () => {
  receiver = await startMailReceiver({ rcpt: refuse });
  queues = await openQueues(log);
  await ensurePartitions(Date.now());
  const roads = roadsTo({ smtpUrls: [receiver.url] });
  stops = [1, 2].flatMap(() => [startDelivering({ queues, log, outage, roads }), startEscalating({ log, outage })]);
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await queues.close();
  await receiver.stop();
  await stopListening();
});
beforeEach(async () => {
  team = await makeTeam();
  user = await makeUser({ team });
});

/** Who got word of an outage. That a channel takes nothing is told besides. */
const told = () => receiver.received.filter(({ mail }) => mail.subject?.startsWith("Down: ")).flatMap(({ to }) => to);
const addressOf = ({ leadsTo }: Channel) => leadsTo;
const untilTold = (channel: Channel) => untilSo(told, (to) => to.includes(addressOf(channel)), WITHIN_MS);
const timesTold = (channel: Channel) => told().filter((to) => to === addressOf(channel)).length;

/** A monitor that has just failed, told of by these steps. */
async function failing(steps: Step[]): Promise<Monitor> {
  const none = { degraded: null, change: null, quietHours: null, acknowledgedForS: null };
  const policy: EscalationPolicy = { down: { steps, repeat: null }, ...none };
  await savePolicy(team.id, null, { name: "Steps", policy, tags: [], isDefault: true });
  const monitor = await makeMonitor(team, { policy: { intervalS: 60, confirmations: 0 } });
  await recordResults([await makeCheck(monitor, "down", Date.now())]);
  return monitor;
}
const step = (afterS: number, { id: channelId }: Channel): Step => ({ afterS, tell: [{ channelId }] });

test("steps are taken in their time and once by two workers, and none once somebody has acknowledged", async () => {
  const [first, second, third] = [await makeChannel(team), await makeChannel(team), await makeChannel(team)];
  const monitor = await failing([step(0, first), step(2, second), step(6, third)]);
  await untilTold(second);
  const { id, openedAt } = await prisma.incident.findFirstOrThrow({ where: { monitorId: monitor.id } });
  const delivery = await prisma.delivery.findFirstOrThrow({ where: { channelId: second.id } });
  expect(delivery.createdAt.getTime() - openedAt.getTime()).toBeGreaterThanOrEqual(1_900);

  await acknowledgeIncident(team.id, id, { userId: user.id, email: user.email });
  await sleep(6_000);
  expect([timesTold(first), timesTold(second), timesTold(third)]).toEqual([1, 1, 0]);
});

test("where a contact's mailbox is refused their next channel is told, long before the next step", async () => {
  const [refused, next, later] = [await makeChannel(team, { to: REFUSED }), await makeChannel(team), await makeChannel(team)];
  const channels = { create: [refused, next].map(({ id: channelId }, position) => ({ channelId, position })) };
  const { id: contactId } = await prisma.contact.create({ data: { teamId: team.id, name: "Ann", channels } });
  await failing([{ afterS: 0, tell: [{ contactId }] }, step(3_600, later)]);
  await untilTold(next);
  expect([timesTold(refused), timesTold(next), timesTold(later)]).toEqual([0, 1, 0]);
});
