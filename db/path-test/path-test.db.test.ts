import { beforeEach, expect, test } from "vitest";
import { prisma } from "../client.ts";
import { ensurePartitions } from "../partition/ensure-partitions.ts";
import { pool } from "../pool.ts";
import { addSignOfLife } from "./add-sign-of-life.ts";
import { deleteOldSigns } from "./delete-old-signs.ts";
import { keepPathTest } from "./keep-path-test.ts";
import { readPathTest } from "./read-path-test.ts";

const WISHES = { target: { host: "mx.example", port: 25 }, everyS: 60 };
const NOW = Math.floor(Date.now() / 1_000) * 1_000;

beforeEach(async () => {
  await keepPathTest(null);
  await ensurePartitions(NOW);
});

/** As the recorder writes a check that began so long ago. */
async function recorded(status: "up" | "degraded" | "down", agoMs: number): Promise<void> {
  const { monitorId } = await prisma.pathTest.findFirstOrThrow();
  const slotAt = new Date(NOW - agoMs);
  const health = { lastSlotAt: slotAt, lastStatus: status, lastReason: status === "down" ? "connect.refused" : null, revision: 1 };
  await prisma.health.update({ where: { monitorId }, data: health });
  await prisma.result.create({ data: { monitorId, slotAt, status, locationId: 1, lateMs: 0, timings: Buffer.alloc(0) } });
}

test("there is one path test, as it is wished, by however many leaders, and none where it is not", async () => {
  await Promise.all(Array.from({ length: 5 }, () => keepPathTest(WISHES)));
  expect(await prisma.pathTest.count()).toBe(1);
  expect(await keepPathTest(WISHES)).toBeNull();
  const other = { target: { host: "mx2.example", port: 25 }, everyS: 30 };
  expect(await keepPathTest(other)).toBe("changed");
  const { monitor } = await prisma.pathTest.findFirstOrThrow({ include: { monitor: true } });
  expect(monitor).toMatchObject({ target: { host: "mx2.example", until: "greeting" }, intervalS: 30, revision: 2 });
  expect(await keepPathTest(null)).toBe("ended");
  expect(await prisma.monitor.count({ where: { id: monitor.id } })).toBe(0);
  expect(await prisma.team.count({ where: { id: monitor.teamId } })).toBe(0);
});

test("each check that went well gives one sign of life, and none that failed, is old, or is of another target", async () => {
  expect(await addSignOfLife(60)).toBe(false);
  await keepPathTest(WISHES);
  expect(await addSignOfLife(60)).toBe(false);
  await recorded("up", 20_000);
  const added = await Promise.all([addSignOfLife(60), addSignOfLife(60)]);
  expect(added.filter(Boolean)).toHaveLength(1);
  await recorded("down", 10_000);
  expect(await addSignOfLife(60)).toBe(false);
  await recorded("degraded", 5_000);
  expect(await addSignOfLife(60)).toBe(true);
  await recorded("up", 61_000);
  await prisma.pathTest.updateMany({ data: { toldSlot: null } });
  expect(await addSignOfLife(60)).toBe(false);
  const signs = await prisma.delivery.findMany({ where: { kind: "sign_of_life" }, orderBy: { id: "asc" } });
  expect(signs.map(({ message }) => message)).toEqual(
    [20_000, 5_000].map((agoMs) => ({ kind: "sign_of_life", checkedAt: new Date(NOW - agoMs).toISOString() })),
  );
});

test("the operator's page knows how far it got, and why no further", async () => {
  expect(await readPathTest()).toBeNull();
  await keepPathTest(WISHES);
  expect(await readPathTest()).toMatchObject({ everyS: 60, checkedAt: null, passedAt: null, queuedAt: null, sentAt: null });
  await recorded("up", 60_000);
  await recorded("down", 1_000);
  const { id } = await prisma.delivery.create({ data: await signOf(90) });
  await prisma.deliveryAttempt.create({
    data: { deliveryId: id, at: new Date(NOW), tookMs: 5, outcome: "give-up", detail: "HTTP 404" },
  });
  await prisma.delivery.create({ data: { ...(await signOf(120)), status: "sent", finishedAt: new Date(NOW - 119_000) } });
  expect(await readPathTest()).toMatchObject({
    checkedAt: NOW - 1_000,
    passedAt: NOW - 60_000,
    reason: "connect.refused",
    queuedAt: NOW - 90_000,
    sentAt: NOW - 119_000,
    answer: "HTTP 404",
  });
});

test("signs of life are forgotten after a day, and other messages are not", async () => {
  await keepPathTest(WISHES);
  await prisma.delivery.create({ data: await signOf(86_500) });
  await prisma.delivery.create({ data: await signOf(86_000) });
  expect(await deleteOldSigns()).toBe(1);
  const { rows } = await pool.query<{ count: number }>("select count(*)::int as count from delivery where kind = 'sign_of_life'");
  expect(rows[0]!.count).toBe(1);
});

async function signOf(agoS: number) {
  const { channelId, monitorId, monitor } = await prisma.pathTest.findFirstOrThrow({ include: { monitor: true } });
  const message = { kind: "sign_of_life", checkedAt: new Date(NOW - agoS * 1_000).toISOString() };
  return {
    teamId: monitor.teamId,
    channelId,
    monitorId,
    kind: "sign_of_life",
    message,
    createdAt: new Date(NOW - agoS * 1_000),
  } as const;
}
