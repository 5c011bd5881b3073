import { beforeEach, expect, test } from "vitest";
import { histogramOf, merged, percentile } from "#core/latency/histogram.ts";
import { punctualityOf } from "#core/schedule/punctuality.ts";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { makeWorkerState } from "#testing/worker-state.ts";
import { countStates } from "./count-states.ts";
import { listLocations } from "./list-locations.ts";
import { listMinutes } from "./list-minutes.ts";
import { listQueues } from "./list-queues.ts";
import { listWorkers } from "./list-workers.ts";
import { readLead } from "./read-lead.ts";
import { readStorage } from "./read-storage.ts";
import { sumUpMinutes } from "./sum-up-minutes.ts";

const MINUTE_MS = 60_000;

beforeEach(async () => {
  await prisma.location.deleteMany();
  await prisma.schedule.updateMany({ data: { leader: null, cursorAt: null, beatAt: null } });
});

type WindowWishes = {
  state?: "queued" | "running" | "done" | "missed";
  due?: number;
  ran?: number;
  missed?: number;
  lateness?: number[];
};

async function makeWindow(agoMs: number, locationId: number, shard: number, wishes: WindowWishes = {}): Promise<void> {
  const windowAt = new Date(Math.floor((Date.now() - agoMs) / 10_000) * 10_000);
  await prisma.window.create({ data: { windowAt, locationId, shard, shards: 9, state: "done", due: 0, ran: 0, ...wishes } });
}

test("in an empty product every read has an answer", async () => {
  expect(await listWorkers()).toEqual([]);
  expect(await listLocations()).toEqual([]);
  expect(await listMinutes()).toEqual([]);
  expect(await sumUpMinutes()).toBe(0);
  expect((await listQueues()).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
  expect(await readLead()).toMatchObject({ leader: null, cursorAt: null, beatAt: null, now: expect.any(Number) });
  expect((await countStates()).every(({ count }) => count === 0)).toBe(true);
});

test("a worker is shown as its latest beat says, at its location", async () => {
  const fra = await ensureLocation("fra");
  await ensureLocation("ams");
  await beatWorker("w1", fra, makeWorkerState({ hasQueue: false }));
  await beatWorker(
    "w1",
    fra,
    makeWorkerState({ hasQueue: true, rssBytes: 3e9, probing: 7, skewMs: -5e9, ended: [5, 0, 1, 0, 2], lateness: [3, 6] }),
  );
  expect(await listWorkers()).toMatchObject([
    {
      workerId: "w1",
      location: "fra",
      rssBytes: 3e9,
      probing: 7,
      skewMs: -5e9,
      ended: [5, 0, 1, 0, 2],
      lateness: [3, 6],
      queueAt: expect.any(Number),
    },
  ]);
  const many = 3e9; // more than an integer of PostgreSQL holds, as a worker has run after a month
  await beatWorker("w1", fra, makeWorkerState({ ended: [many, 0, 0, 0, 0], lateness: [3, many] }));
  expect(await listWorkers()).toMatchObject([{ ended: [many, 0, 0, 0, 0], lateness: [3, many] }]);

  const team = await makeTeam();
  const { id: monitorId } = await makeMonitor(team);
  await prisma.monitorLocation.create({ data: { monitorId, locationId: fra } });
  expect(await listLocations()).toMatchObject([
    { location: "ams", workers: 0, heardAt: null, monitorsOnlyHere: 0 },
    { location: "fra", workers: 1, heardAt: expect.any(Number), monitorsOnlyHere: 1 },
  ]);
});

test("minutes are the sum of their windows, however often and in whatever order they are summed up", async () => {
  const fra = await ensureLocation("fra");
  const all: number[] = [];
  for (let shard = 0; shard < 6; shard++) {
    const times = Array.from({ length: 20 }, () => Math.round(Math.random() ** 4 * 3_000));
    all.push(...times);
    await makeWindow(2 * MINUTE_MS + shard * 10_000, fra, shard, {
      due: 22,
      ran: 20,
      missed: 1,
      lateness: [...histogramOf(times)],
    });
  }
  await makeWindow(3 * MINUTE_MS, fra, 7, { state: "missed", due: 4, ran: undefined });
  await makeWindow(MINUTE_MS, fra, 8, { state: "running", due: 50, ran: undefined });
  await sumUpMinutes();
  const once = await listMinutes();
  await sumUpMinutes();
  expect(await listMinutes()).toEqual(once);

  const lately = punctualityOf(once, Date.now(), 10 * MINUTE_MS);
  expect(lately).toMatchObject({ due: 6 * 22 + 4, missed: 6 + 4, windowsMissed: 1 });
  expect(merged(once.map(({ lateness }) => lateness))).toEqual(histogramOf(all));
  expect(lately.p99).toBe(percentile(histogramOf(all), 0.99));

  await pool.query("update schedule_window set state = 'done', ran = 50, lateness = '{1,50}' where state = 'running'");
  await sumUpMinutes();
  expect(punctualityOf(await listMinutes(), Date.now(), 10 * MINUTE_MS).due).toBe(6 * 22 + 4 + 50);
});

test("what waits is counted, with the time since when", async () => {
  const fra = await ensureLocation("fra");
  await makeWindow(-20_000, fra, 0, { state: "queued" });
  await makeWindow(40_000, fra, 1, { state: "queued" });
  await prisma.accountMail.create({ data: { purpose: "reset_password", email: "ada@example.org" } });
  const queues = new Map((await listQueues()).map((row) => [row.queue, row]));
  expect(queues.get("windows queued")).toMatchObject({ count: 2 });
  expect(Date.now() - queues.get("windows queued")!.since!).toBeGreaterThan(39_000);
  expect(queues.get("account mails")).toMatchObject({ count: 1, since: expect.any(Number) });
  expect(await countStates()).toContainEqual({ of: "windows", state: "queued", count: 2 });
});

test("the database says how large it is, and its partitions", async () => {
  await ensurePartitions(Date.now());
  const storage = await readStorage();
  expect(storage.databaseBytes).toBeGreaterThan(1e6);
  expect(storage.partitions.length).toBeGreaterThanOrEqual(9);
  expect(storage.partitions[0]).toMatchObject({ name: expect.stringMatching(/^result_\d{8}$/), bytes: expect.any(Number) });
});
