import { beforeEach, expect, test } from "vitest";
import type { DigestMessage } from "#core/message/message.ts";
import { prisma } from "#db/client.ts";
import type { Channel, Incident, Monitor, Team } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeIncident, tell } from "#testing/outbox.ts";
import { claimDelivery } from "./claim-delivery.ts";
import { dueDeliveries } from "./due-deliveries.ts";
import { finishDelivery, type AttemptEnd } from "./finish-delivery.ts";
import { releaseDue } from "./release-due.ts";

const SENT: AttemptEnd = { outcome: "sent", detail: "250 ok", reference: "thread-1" };
const LATER: AttemptEnd = { outcome: "retry", detail: "450 not now", retryAfterMs: 600_000 };

let team: Team;
let channel: Channel;

beforeEach(async () => {
  await prisma.delivery.deleteMany();
  team = await makeTeam();
  channel = await makeChannel(team);
});

type Outage = { monitor: Monitor; incident: Incident; deliveryId: number };

async function outages(count: number, on = channel): Promise<Outage[]> {
  const made: Outage[] = [];
  for (let n = 0; n < count; n += 1) {
    const monitor = await makeMonitor(team, { name: `mx${n}` });
    const incident = await makeIncident(monitor);
    made.push({ monitor, incident, deliveryId: await tell("down", monitor, incident, on) });
  }
  return made;
}

/** Lets out, claims and ends all that is due; the kinds of what went out, in order. */
async function sendDue(end: AttemptEnd = SENT): Promise<string[]> {
  await releaseDue();
  const kinds: string[] = [];
  for (const { deliveryId } of (await dueDeliveries(100)).toSorted((a, b) => a.deliveryId - b.deliveryId)) {
    const claimed = await claimDelivery(deliveryId);
    if (!claimed) continue;
    kinds.push(claimed.message.kind);
    await finishDelivery(claimed, 5, end);
  }
  return kinds;
}

/** Moves what was sent, and what waits, into the past. */
async function pass(ms: number): Promise<void> {
  await prisma.$executeRaw`update delivery set released_at = released_at - ${ms} * interval '1 ms',
    next_attempt_at = next_attempt_at - ${ms} * interval '1 ms'`;
}

const digests = async () =>
  (await prisma.delivery.findMany({ where: { kind: "digest" }, orderBy: { id: "asc" } })).map((each) => ({
    ...each,
    entries: (each.message as DigestMessage).entries,
  }));

test("five messages go out as they are, and what comes after them in one a minute later", async () => {
  await outages(5);
  expect(await sendDue()).toEqual(Array.from({ length: 5 }, () => "incident_opened"));
  await outages(20);
  expect(await sendDue()).toEqual([]);
  await pass(61_000);
  expect(await sendDue()).toEqual(["digest"]);
  const [digest] = await digests();
  expect(digest!.entries).toHaveLength(20);
  expect(await prisma.delivery.count({ where: { status: "sent", gatheredIn: digest!.id, reference: "thread-1" } })).toBe(20);
});

test("what a digest tells stands in the timeline of each incident, and ends with it", async () => {
  const [first] = await outages(8);
  expect(await sendDue(LATER)).toEqual(["digest"]);
  expect(await prisma.delivery.count({ where: { status: "gathered" } })).toBe(8);
  await pass(600_000);
  expect(await sendDue({ outcome: "give-up", detail: "550 no" })).toEqual(["digest"]);
  expect(await prisma.delivery.count({ where: { status: "failed" } })).toBe(9);
  expect(await prisma.incidentEvent.findMany({ where: { incidentId: first!.incident.id }, orderBy: { id: "asc" } })).toMatchObject([
    { kind: "told", detail: { outcome: "retry", detail: "450 not now", together: 7 } },
    { kind: "told", detail: { outcome: "give-up", detail: "550 no", together: 7 } },
  ]);
});

test("a recovery stands in the digest in place of its outage, and one that comes later waits until that is told", async () => {
  const [back, gone] = await outages(7);
  await tell("up", back!.monitor, back!.incident, channel);
  await releaseDue();
  const [digest] = await digests();
  expect(digest!.entries.map(({ state, monitorName }) => [state, monitorName]).slice(-2)).toEqual([
    ["down", "mx6"],
    ["over", "mx0"],
  ]);

  const up = await tell("up", gone!.monitor, gone!.incident, channel);
  await pass(61_000);
  await releaseDue();
  expect(await claimDelivery(up)).toBeNull();
  await sendDue();
  expect(await sendDue()).toEqual(["incident_resolved"]);
});

test("where a digest is not taken, the next one has it along, and there is never more than one", async () => {
  await outages(6);
  expect(await sendDue(LATER)).toEqual(["digest"]);
  await outages(6);
  expect(await sendDue({ ...LATER, retryAfterMs: 900_000 })).toEqual(["digest"]);
  await outages(6);
  expect(await sendDue()).toEqual(["digest"]);
  const last = (await digests()).at(-1)!;
  expect(last.entries).toHaveLength(18);
  expect(await prisma.delivery.count({ where: { gatheredIn: last.id, status: "sent", kind: "incident_opened" } })).toBe(18);
  expect(await prisma.delivery.count({ where: { status: { not: "sent" } } })).toBe(0);
});

test("messages that were not taken are told together once there are many, each after what came before it", async () => {
  const early = await outages(4);
  expect(await sendDue({ ...LATER, retryAfterMs: 3_600_000 })).toHaveLength(4);
  for (const { monitor, incident } of early) await tell("up", monitor, incident, channel);
  await outages(6);
  expect(await sendDue()).toEqual(["digest"]);
  expect((await digests())[0]!.entries.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 6 }, () => "down"),
    ...Array.from({ length: 4 }, () => "over"),
  ]);
});

test("a contact's channels count together, and have their turns", async () => {
  const other = await makeChannel(team);
  const channels = {
    create: [
      { channelId: channel.id, position: 0 },
      { channelId: other.id, position: 1 },
    ],
  };
  await prisma.contact.create({ data: { teamId: team.id, name: "Ada", channels } });
  await outages(10);
  await outages(10, other);
  expect(await sendDue()).toEqual(["digest"]);
  await pass(61_000);
  expect(await sendDue()).toEqual(["digest"]);
  expect((await digests()).map(({ channelId, entries }) => [channelId, entries.length])).toEqual([
    [channel.id, 10],
    [other.id, 10],
  ]);
});

test("what keeps an alert for each incident gets each message, and a test waits for nothing", async () => {
  await outages(6);
  await releaseDue();
  await prisma.delivery.create({
    data: {
      teamId: team.id,
      channelId: channel.id,
      kind: "test",
      message: { kind: "test", channelName: "x", url: "http://localhost/" },
    },
  });
  const pager = await makeChannel(team);
  await prisma.channel.update({ where: { id: pager.id }, data: { kind: "pagerduty" } });
  await outages(30, pager);
  expect((await sendDue()).toSorted()).toEqual(["digest", ...Array.from({ length: 30 }, () => "incident_opened"), "test"]);
});

test("however many workers let out at once, nobody gets more than ten in five minutes, and nothing is in two digests", async () => {
  const all = await outages(40);
  await Promise.all(Array.from({ length: 10 }, () => releaseDue()));
  expect(await prisma.delivery.count({ where: { releasedAt: { not: null } } })).toBe(1);
  expect(await prisma.delivery.count({ where: { gatheredIn: { not: null }, status: "gathered" } })).toBe(all.length);
});

test("of more readers than are decided for at once all have their turn, and those who only wait behind a failure have none", async () => {
  const stuck: Outage[] = [];
  for (let n = 0; n < 101; n += 1) stuck.push(...(await outages(1, await makeChannel(team))));
  expect(await releaseDue()).toBe(true);
  expect(await releaseDue()).toBe(false);
  expect(await prisma.delivery.count({ where: { releasedAt: { not: null } } })).toBe(101);
  for (const { deliveryId } of stuck) await finishDelivery((await claimDelivery(deliveryId))!, 5, LATER);
  for (const { monitor, incident, deliveryId } of stuck) {
    const { channelId } = await prisma.delivery.findUniqueOrThrow({ where: { id: deliveryId } });
    await tell("up", monitor, incident, await prisma.channel.findUniqueOrThrow({ where: { id: channelId } }));
  }

  await pass(1_000); // whoever has waited longest comes first
  const [fresh] = await outages(1);
  expect(await releaseDue()).toBe(false);
  const released = await prisma.delivery.findMany({ where: { releasedAt: { not: null } } });
  expect(released.map(({ id }) => id)).toEqual([fresh!.deliveryId]);
});
