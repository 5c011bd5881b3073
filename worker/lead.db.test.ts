import type { PoolClient } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WINDOW_S, windowOf } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { pool } from "#db/pool.ts";
import { takeLeadership } from "#db/schedule/take-leadership.ts";
import type { ScheduleWindow } from "#db/schedule/window.ts";
import { beatWorker } from "#db/worker/beat-worker.ts";
import { makeWorkerState } from "#testing/worker-state.ts";
import { lead, LostLeadership } from "./lead.ts";

let client: PoolClient;
let queued: ScheduleWindow[];
const queueWindows = async (windows: readonly ScheduleWindow[]) => void queued.push(...windows);

beforeEach(async () => {
  queued = [];
  client = await pool.connect();
  await pool.query("truncate schedule_window; update schedule set cursor_at = null");
  await beatWorker("worker", await ensureLocation("local"), makeWorkerState());
});
afterEach(() => client.release());

const setCursor = (cursorS: number) => pool.query("update schedule set cursor_at = to_timestamp($1)", [cursorS]);
const cursorS = async () => (await prisma.schedule.findUniqueOrThrow({ where: { id: 1 } })).cursorAt!.getTime() / 1000;
const nowS = () => Date.now() / 1000;

test("the first leader of all begins with a window whose slots are all to come", async () => {
  const { epoch } = await takeLeadership(client, "a");
  const startedS = nowS();
  await lead(client, epoch, queueWindows);
  expect(queued.filter(({ windowS }) => windowS <= startedS)).toEqual([]);
});

test("windows that open within 5 s are queued, with a job for each location with a live worker", async () => {
  await beatWorker("dead", await ensureLocation("gone"), makeWorkerState());
  await pool.query("update worker set beat_at = now() - interval '1 minute' where id = 'dead'");
  const { epoch } = await takeLeadership(client, "a");
  const from = windowOf(nowS());
  await setCursor(from);
  await lead(client, epoch, queueWindows);
  expect(queued[0]).toMatchObject({ windowS: from, location: "local", shard: 0, shards: 1 });
  expect(queued.every(({ location }) => location === "local")).toBe(true);
  expect(await cursorS()).toBeGreaterThan(nowS() + 5 - WINDOW_S);
  expect(await cursorS()).toBeLessThanOrEqual(nowS() + 5 + WINDOW_S);
});

test("a new leader goes on from the cursor, without a window twice or none", async () => {
  const first = await takeLeadership(client, "a");
  await setCursor(windowOf(nowS()) - WINDOW_S);
  await lead(client, first.epoch, queueWindows);
  const { epoch } = await takeLeadership(client, "b");
  await lead(client, epoch, queueWindows);
  const windows = queued.map(({ windowS }) => windowS);
  expect(windows).toEqual(Array.from(windows, (_, index) => windows[0]! + index * WINDOW_S));
});

test("a leader of an older epoch can neither record a window nor move the cursor", async () => {
  const old = await takeLeadership(client, "a");
  await takeLeadership(client, "b");
  const from = windowOf(nowS());
  await setCursor(from);
  await expect(lead(client, old.epoch, queueWindows)).rejects.toThrow(LostLeadership);
  expect(await cursorS()).toBe(from);
  expect(await prisma.window.count()).toBe(0);
  expect(queued).toEqual([]);
});

test("a leader that loses the lead while it queues does not move the cursor", async () => {
  const old = await takeLeadership(client, "a");
  const from = windowOf(nowS());
  await setCursor(from);
  const deposed = lead(client, old.epoch, async () => void (await takeLeadership(client, "b")));
  await expect(deposed).rejects.toThrow(LostLeadership);
  expect(await cursorS()).toBe(from);
});

test("a window is decided once: a leader that finds it recorded keeps its shards", async () => {
  const { epoch } = await takeLeadership(client, "a");
  const from = windowOf(nowS());
  await setCursor(from);
  await pool.query(
    `insert into schedule_window (window_at, location_id, shard, shards)
     select to_timestamp($1), location.id, shard, 3 from location, generate_series(0, 2) as shard where name = 'local'`,
    [from],
  );
  await lead(client, epoch, queueWindows);
  const [first, second, third] = queued;
  expect([first, second, third].map((window) => window?.shard)).toEqual([0, 1, 2]);
  expect(queued.filter(({ windowS }) => windowS === from)).toHaveLength(3);
});

test("a window that opens while no worker was heard of lately waits until one is", async () => {
  const { epoch } = await takeLeadership(client, "a");
  const from = windowOf(nowS());
  await setCursor(from);
  await pool.query("update worker set beat_at = now() - interval '5 minutes'");
  await lead(client, epoch, queueWindows);
  expect([await cursorS(), queued]).toEqual([from, []]);

  await pool.query("update worker set beat_at = now() where id = 'worker'");
  await lead(client, epoch, queueWindows);
  expect(queued[0]).toMatchObject({ windowS: from, location: "local" });
});

test("windows that went by while nobody led are recorded as missed and not run", async () => {
  const { epoch } = await takeLeadership(client, "a");
  const from = windowOf(nowS()) - 300;
  await setCursor(from);
  const missed = await lead(client, epoch, queueWindows);
  const rows = await prisma.window.findMany({ where: { state: "missed" }, orderBy: { windowAt: "asc" } });
  expect(rows[0]!.windowAt.getTime()).toBe(from * 1000);
  expect(new Set(rows.map(({ windowAt }) => windowAt.getTime())).size).toBeGreaterThanOrEqual(26);
  expect(missed).toBe(rows.length);
  expect(queued[0]!.windowS).toBeGreaterThan(nowS() - 41);
});
