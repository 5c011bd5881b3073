import { afterEach, beforeEach, expect, test } from "vitest";
import { changeMessage } from "#core/change/change-message.ts";
import { smtpTargetSchema } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { addDeliveries } from "#db/delivery/add-deliveries.ts";
import { claimDelivery } from "#db/delivery/claim-delivery.ts";
import { releaseDue } from "#db/delivery/release-due.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Channel, Incident, Monitor } from "#prisma/generated/client.ts";
import { startMailReceiver, type MailReceiver } from "#testing/mail-receiver.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { roadsTo } from "#testing/roads.ts";
import { deliver } from "./deliver.ts";
import { log } from "./log.ts";

let receiver: MailReceiver;
let monitor: Monitor;
let channel: Channel;
let incident: Incident;

beforeEach(async () => {
  receiver = await startMailReceiver();
  const team = await makeTeam();
  channel = await makeChannel(team, { to: "ops@example.org" });
  monitor = await makeMonitor(team, { name: "mx1", channels: [channel] });
  incident = await makeIncident(monitor);
});
afterEach(() => receiver.stop());

const silent = log.child({}, { level: "silent" });
const attempt = async (deliveryId: number, smtpUrls = [receiver.url]) => {
  await releaseDue();
  await deliver(deliveryId, roadsTo({ smtpUrls }), silent);
};
const stateOf = (id: number) => prisma.delivery.findUniqueOrThrow({ where: { id }, include: { tries: true } });

test("a delivery is sent to the channel's address, once, and its receipt is kept", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await attempt(deliveryId);
  await attempt(deliveryId);
  expect(receiver.received.map(({ mail, to }) => [mail.subject, to])).toEqual([
    ["Down: mx1 — connect refused", ["ops@example.org"]],
  ]);
  expect(await stateOf(deliveryId)).toMatchObject({
    status: "sent",
    finishedAt: expect.any(Date),
    tries: [{ outcome: "sent", detail: expect.stringContaining("250") }],
  });
});

test("a change is told as a mail of its own, of no incident's thread", async () => {
  const { teamId, id: monitorId } = monitor;
  const change = { aspect: "starttls", before: true, after: false } as const;
  const at = new Date();
  const { id: changeId } = await prisma.change.create({ data: { monitorId, at, slotAt: at, locationId: 1, ...change } });
  const target = smtpTargetSchema.parse(monitor.target);
  const message = changeMessage({
    monitorId,
    monitorName: monitor.name,
    target,
    at: 0,
    changes: [change],
    baseUrl: "http://localhost:3000",
  });
  const row = { teamId, monitorId, channelId: channel.id, incidentId: null, changeId, kind: message.kind, message };
  expect(await inTransaction((client) => addDeliveries(client, [row]))).toBe(1);
  expect(await inTransaction((client) => addDeliveries(client, [row]))).toBe(0);
  const { id: deliveryId } = await prisma.delivery.findFirstOrThrow({ where: { changeId } });
  await attempt(deliveryId);
  expect(receiver.received.map(({ mail }) => [mail.subject, mail.references])).toEqual([
    ["STARTTLS of 127.0.0.1 has vanished", undefined],
  ]);
  expect(await stateOf(deliveryId)).toMatchObject({ status: "sent", tries: [{ outcome: "sent" }] });

  await prisma.change.delete({ where: { id: changeId } });
  expect(await stateOf(deliveryId)).toMatchObject({ changeId: null, status: "sent" });
});

test("fifty senders at once send one mail", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await Promise.all(Array.from({ length: 50 }, () => attempt(deliveryId)));
  expect(receiver.received).toHaveLength(1);
  expect(await stateOf(deliveryId)).toMatchObject({ attempts: 1 });
});

test("what a crashed sender had claimed is sent later, once", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await releaseDue();
  await claimDelivery(deliveryId); // and then nothing more is heard of it
  await attempt(deliveryId);
  expect(receiver.received).toHaveLength(0);

  await prisma.delivery.update({ where: { id: deliveryId }, data: { claimedAt: new Date(Date.now() - 121_000) } });
  await attempt(deliveryId);
  await attempt(deliveryId);
  expect(receiver.received).toHaveLength(1);
  expect(await stateOf(deliveryId)).toMatchObject({ status: "sent", attempts: 2 });
});

test("where no server answers it is tried again later, with the reason kept", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await attempt(deliveryId, ["smtp://127.0.0.1:1"]);
  const state = await stateOf(deliveryId);
  expect(state).toMatchObject({ status: "pending", finishedAt: null, tries: [{ outcome: "retry" }] });
  expect(state.tries[0]!.detail).toContain("127.0.0.1:1");
  expect(state.nextAttemptAt.getTime()).toBeGreaterThan(Date.now());
});

test("after a day it is given up", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await prisma.delivery.update({ where: { id: deliveryId }, data: { createdAt: new Date(Date.now() - 24 * 3_600_000) } });
  await attempt(deliveryId, ["smtp://127.0.0.1:1"]);
  expect(await stateOf(deliveryId)).toMatchObject({ status: "failed", tries: [{ outcome: "give-up" }] });
});

test("an address that does not exist is given up at once", async () => {
  const refusing = await startMailReceiver({ rcpt: () => ({ code: 550, text: "5.1.1 No such user" }) });
  const deliveryId = await tell("down", monitor, incident, channel);
  await attempt(deliveryId, [refusing.url]);
  await refusing.stop();
  expect(await stateOf(deliveryId)).toMatchObject({
    status: "failed",
    tries: [{ outcome: "give-up", detail: expect.stringContaining("550 5.1.1 No such user") }],
  });
});

test("what one channel gives up is told on another one, once a day, and that is told on no third", async () => {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: channel.teamId } });
  const other = await makeChannel(team, { to: "second@example.org" });
  const refusing = await startMailReceiver({ rcpt: () => ({ code: 550, text: "5.1.1 No such user" }) });
  await attempt(await tell("down", monitor, incident, channel), [refusing.url]);
  await attempt(await tell("up", monitor, incident, channel), [refusing.url]);
  const notices = await prisma.delivery.findMany({ where: { kind: "channel_failed" } });
  expect(notices).toMatchObject([{ channelId: other.id, message: { channelName: channel.name } }]);

  await attempt(notices[0]!.id);
  expect(receiver.received.map(({ mail, to }) => [mail.subject, to])).toEqual([
    [`Not delivered: ${channel.name} did not take a message`, ["second@example.org"]],
  ]);
  expect(receiver.received[0]!.mail.text).toContain("550 5.1.1 No such user");

  await prisma.delivery.update({ where: { id: notices[0]!.id }, data: { status: "pending", releasedAt: null } });
  await attempt(notices[0]!.id, [refusing.url]);
  await refusing.stop();
  expect(await prisma.delivery.count({ where: { kind: "channel_failed" } })).toBe(1);
});

test("where the first server is dead the second takes the mail", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await attempt(deliveryId, ["smtp://127.0.0.1:1", receiver.url]);
  expect(receiver.received).toHaveLength(1);
  expect(await stateOf(deliveryId)).toMatchObject({ status: "sent" });
});

test("a recovery never overtakes its outage, however the attempts go", async () => {
  const down = await tell("down", monitor, incident, channel);
  const up = await tell("up", monitor, incident, channel);
  await attempt(up);
  await attempt(down, ["smtp://127.0.0.1:1"]);
  await attempt(up);
  expect(receiver.received).toHaveLength(0);

  await prisma.delivery.update({ where: { id: down }, data: { nextAttemptAt: new Date(0) } });
  await releaseDue();
  await Promise.all([attempt(up), attempt(down)]);
  await attempt(up);
  expect(receiver.received.map(({ mail }) => mail.subject)).toEqual(["Down: mx1 — connect refused", "Up again: mx1 after 4 min"]);
});

test("a channel whose settings are damaged is given up with a reason", async () => {
  await prisma.channel.update({ where: { id: channel.id }, data: { config: { address: "no address" } } });
  const deliveryId = await tell("down", monitor, incident, channel);
  await attempt(deliveryId);
  expect(await stateOf(deliveryId)).toMatchObject({ status: "failed", tries: [{ detail: expect.stringContaining("settings") }] });
});

test("a deleted monitor takes what waits about it along", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await prisma.monitor.delete({ where: { id: monitor.id } });
  await attempt(deliveryId);
  expect(receiver.received).toHaveLength(0);
});
