import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Policy } from "#core/monitor/monitor.ts";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import { readLiveness } from "#db/worker/read-liveness.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { close, send, type Step } from "#testing/server/steps.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const INTERVAL_S = 10;
const wait =
  (ms: number): Step =>
  (player) =>
    player.wait(ms);
/** A check of this server is always in the middle of something. */
const slowly = [wait(1_500), ...good];

let team: Team;
let servers: PlayedServer[];
let workers: SpawnedWorker[];

beforeEach(async () => {
  await prisma.team.deleteMany();
  await prisma.result.deleteMany();
  await prisma.window.deleteMany();
  await prisma.worker.deleteMany();
  await prisma.schedule.update({ where: { id: 1 }, data: { cursorAt: null } });
  team = await makeTeam();
  servers = [];
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
  await Promise.all(servers.map((server) => server.close()));
});

async function startWorker(): Promise<SpawnedWorker> {
  const worker = await spawnWorker();
  workers.push(worker);
  return worker;
}

async function startServer(dialogue: readonly Step[]): Promise<PlayedServer> {
  const server = await play(dialogue);
  servers.push(server);
  return server;
}

const watch = (port: number, policy: Partial<Policy> = { intervalS: INTERVAL_S }) =>
  makeMonitor(team, { target: { host: "127.0.0.1", port, ehloName: "probe.example" }, policy });

async function requestCheck({ id: monitorId }: Monitor): Promise<void> {
  const request = await prisma.checkRequest.create({ data: { monitorId } });
  await notify("check_requested", String(request.id));
}

const results = (monitor?: Monitor) => prisma.result.findMany({ where: { monitorId: monitor?.id }, orderBy: { slotAt: "asc" } });
const countSince = async (at: Date) =>
  new Set((await results()).filter(({ slotAt }) => slotAt > at).map(({ monitorId }) => monitorId)).size;

test("a monitor that was just made is checked at once, and then at its slots", { timeout: 60_000 }, async () => {
  await startWorker();
  await sleep(1_000); // it listens by now
  const monitor = await watch((await startServer(good)).port);
  await requestCheck(monitor);
  await untilSo(
    () => results(monitor),
    (rows) => rows.length >= 1,
    2_000,
  );
  const rows = await untilSo(
    () => results(monitor),
    ({ length }) => length >= 4,
    45_000,
  );
  expect(rows.every(({ status }) => status === "up")).toBe(true);
  const slots = rows.slice(1).map(({ slotAt }) => slotAt.getTime());
  expect(slots[1]! - slots[0]!).toBe(INTERVAL_S * 1000);
  expect(rows.slice(2).every(({ lateMs }) => lateMs < 500)).toBe(true);
  await untilSo(
    () => prisma.window.findFirst({ where: { state: "done", due: 1 } }),
    (window) => window?.ran === 1,
    20_000,
  );
});

test("who is alive can be read: the worker, the leader and the queue", async () => {
  await startWorker();
  const liveness = await untilSo(readLiveness, ({ leaderAgeMs }) => leaderAgeMs !== null && leaderAgeMs < 3_000, 5_000);
  expect(liveness).toMatchObject({ workers: 1, workerAgeMs: expect.any(Number), queueAgeMs: expect.any(Number) });
});

test("a trial shows its lines as they happen and ends with its result", async () => {
  await startWorker();
  const { port } = await startServer([send("220-mx.example\r\n"), wait(1_500), send("220 mx.example ready\r\n"), ...good.slice(1)]);
  const user = await makeUser({ team });
  const target = { kind: "smtp", host: "127.0.0.1", port, tls: "none", ehloName: "probe.example" };
  const { id } = await prisma.trial.create({ data: { teamId: team.id, userId: user.id, target, timeLimitS: 10 } });
  await notify("trial_requested", id);
  const trial = () => prisma.trial.findUniqueOrThrow({ where: { id } });
  const during = await untilSo(trial, ({ lines }) => Array.isArray(lines) && lines.length > 0, 1_400);
  expect(during.finishedAt).toBeNull();
  const after = await untilSo(trial, ({ finishedAt }) => finishedAt !== null, 5_000);
  expect(after.result).toMatchObject({ status: "up", reason: null });
  expect(after.lines).toContainEqual(expect.objectContaining({ direction: "sent", text: "QUIT" }));
});

test("a failure is confirmed 6 s apart and opens one incident, whatever the interval", { timeout: 60_000 }, async () => {
  await startWorker();
  const { port } = await startServer([send("554 No SMTP service here\r\n"), close]);
  const monitor = await watch(port, { intervalS: 3600, confirmations: 2 });
  await requestCheck(monitor);
  await untilSo(
    () => prisma.incident.count({ where: { monitorId: monitor.id } }),
    (count) => count === 1,
    35_000,
  );
  const rows = await results(monitor);
  expect(rows.map(({ status }) => status)).toEqual(["down", "down", "down"]);
  const apart = rows.slice(1).map(({ slotAt }, index) => slotAt.getTime() - rows[index]!.slotAt.getTime());
  expect(apart.every((ms) => ms >= 6_000 && ms <= 7_000)).toBe(true);
});

test(
  "when a worker is killed in the middle of checks, each monitor is checked again within two intervals, and no incident opens",
  { timeout: 150_000 },
  async () => {
    for (let n = 0; n < 10; n++) await watch((await startServer(slowly)).port);
    const leader = await startWorker();
    const follower = await startWorker();
    const started = new Date();
    await untilSo(
      () => countSince(started),
      (count) => count === 10,
      40_000,
    );

    // One after the other: whichever of them led, ran the window or both.
    for (const victim of [leader, follower]) {
      await untilSo(
        () => servers.reduce((sum, server) => sum + server.connected(), 0),
        (open) => open >= 2,
        15_000,
      );
      const killedAt = new Date();
      await victim.end("SIGKILL");
      await untilSo(
        () => countSince(killedAt),
        (count) => count === 10,
        2 * INTERVAL_S * 1000 + 2_000,
      );
      await startWorker();
    }
    expect(await prisma.incident.count()).toBe(0);
    expect((await results()).every(({ status }) => status === "up")).toBe(true);
  },
);

test(
  "asked to stop in the middle of checks, a worker ends in time, its results written and its windows handed on",
  { timeout: 90_000 },
  async () => {
    for (let n = 0; n < 5; n++) await watch((await startServer(slowly)).port);
    const first = await startWorker();
    await untilSo(
      () => servers.reduce((sum, server) => sum + server.connected(), 0),
      (open) => open >= 1,
      30_000,
    );
    await startWorker();
    const askedAt = new Date();
    expect(await first.end("SIGTERM")).toBe(0);
    expect(Date.now() - askedAt.getTime()).toBeLessThan(10_000);
    expect(servers.every((server) => server.received().every((said) => said === "" || said.endsWith("QUIT\r\n")))).toBe(true);
    expect(await prisma.worker.count()).toBe(1);
    await untilSo(
      () => countSince(askedAt),
      (count) => count === 5,
      2 * INTERVAL_S * 1000,
    );
  },
);

test("a worker whose parent is gone stops by itself", async () => {
  const worker = await startWorker();
  await sleep(500);
  worker.process.disconnect();
  expect(await worker.end()).toBe(0);
});
