import { beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import type { Channel, Incident, Monitor } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { claimDelivery } from "./claim-delivery.ts";
import { dueDeliveries } from "./due-deliveries.ts";
import { finishDelivery } from "./finish-delivery.ts";
import { releaseDue } from "./release-due.ts";

let monitor: Monitor;
let channel: Channel;
let incident: Incident;

beforeEach(async () => {
  await prisma.delivery.deleteMany();
  const team = await makeTeam();
  channel = await makeChannel(team);
  monitor = await makeMonitor(team, { channels: [channel] });
  incident = await makeIncident(monitor);
});

test("of fifty who claim a delivery at once exactly one gets it", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await releaseDue();
  const claims = await Promise.all(Array.from({ length: 50 }, () => claimDelivery(deliveryId)));
  expect(claims.filter((claim) => claim !== null)).toMatchObject([{ deliveryId, attempts: 1, channel: { kind: "email" } }]);
});

test("an incident tells a channel each thing once", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  expect(await tell("down", monitor, incident, channel)).toBe(deliveryId);
  expect(await prisma.delivery.count({ where: { incidentId: incident.id } })).toBe(1);
});

test("a recovery waits until the outage was told, or given up", async () => {
  const down = await tell("down", monitor, incident, channel);
  const up = await tell("up", monitor, incident, channel);
  expect(await due()).toEqual([down]);
  expect(await claim(up)).toBeNull();

  const claimed = (await claim(down))!;
  expect(await claim(up)).toBeNull();
  await finishDelivery(claimed, 5, { outcome: "retry", detail: "not now", retryAfterMs: 60_000 });
  expect(await due()).toEqual([]);
  expect(await claim(up)).toBeNull();

  await prisma.delivery.update({ where: { id: down }, data: { nextAttemptAt: new Date(0) } });
  await finishDelivery((await claim(down))!, 5, { outcome: "give-up", detail: "no" });
  expect(await claim(up)).toMatchObject({ deliveryId: up });
});

test("each channel has its first message before any has its second", async () => {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: monitor.teamId } });
  const quiet = await makeChannel(team);
  const told: number[] = [];
  for (const to of [channel, channel, channel, quiet, quiet]) {
    const other = await makeMonitor(team);
    told.push(await tell("down", other, await makeIncident(other), to));
  }
  const [first, second, third, quietFirst, quietSecond] = told;
  expect(await due()).toEqual([first, quietFirst, second, quietSecond, third]);
});

test("a recovery does not wait for other channels or other monitors", async () => {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: monitor.teamId } });
  const otherChannel = await makeChannel(team);
  const otherMonitor = await makeMonitor(team);
  await tell("down", monitor, incident, channel);
  const elsewhere = await tell("up", monitor, incident, otherChannel);
  const another = await tell("up", otherMonitor, await makeIncident(otherMonitor), channel);
  expect(await claim(elsewhere)).not.toBeNull();
  expect(await claim(another)).not.toBeNull();
});

test("a claim nobody was heard of for two minutes is up for another", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  const lost = (await claim(deliveryId))!;
  expect(await due()).toEqual([]);
  await prisma.delivery.update({ where: { id: deliveryId }, data: { claimedAt: new Date(Date.now() - 121_000) } });
  expect(await due()).toEqual([deliveryId]);

  const taken = (await claim(deliveryId))!;
  expect(taken.attempts).toBe(2);
  expect(await finishDelivery(lost, 5, { outcome: "give-up", detail: "too late" })).toBe(false);
  expect(await finishDelivery(taken, 5, { outcome: "sent", detail: "250 ok" })).toBe(true);
  expect(await prisma.deliveryAttempt.findMany({ where: { deliveryId } })).toMatchObject([{ outcome: "sent", detail: "250 ok" }]);
});

test("an attempt is written into the timeline of its incident", async () => {
  const claimed = (await claim(await tell("down", monitor, incident, channel)))!;
  await finishDelivery(claimed, 42.4, { outcome: "retry", detail: "450 later", retryAfterMs: 60_000 });
  expect(await prisma.deliveryAttempt.findMany({ where: { deliveryId: claimed.deliveryId } })).toMatchObject([{ tookMs: 42 }]);
  expect(await prisma.incidentEvent.findMany({ where: { incidentId: incident.id } })).toMatchObject([
    { kind: "told", detail: { channel: channel.name, outcome: "retry", detail: "450 later" } },
  ]);
});

test("a retry waits for its time", async () => {
  const deliveryId = await tell("down", monitor, incident, channel);
  await finishDelivery((await claim(deliveryId))!, 5, { outcome: "retry", detail: "not now", retryAfterMs: 60_000 });
  expect(await claim(deliveryId)).toBeNull();
  const { nextAttemptAt } = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
  expect(nextAttemptAt.getTime() - Date.now()).toBeGreaterThan(50_000);
});

async function claim(deliveryId: number) {
  await releaseDue();
  return claimDelivery(deliveryId);
}

async function due(): Promise<number[]> {
  await releaseDue();
  return (await dueDeliveries(100)).map(({ deliveryId }) => deliveryId);
}
