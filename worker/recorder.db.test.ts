import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import type { Confirmation } from "#db/result/judge-checks.ts";
import { env } from "#env.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { keptLog } from "#testing/kept-log.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { watchOutage } from "./outage.ts";
import { startRecorder } from "./recorder.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000;
const DAY_WITHOUT_PARTITION = START + 400 * 86_400_000;

let admin: pg.Client;
let team: Team;
let monitor: Monitor;

beforeAll(async () => {
  await ensurePartitions(START);
  admin = new pg.Client({ connectionString: new URL("/postgres", env.DATABASE_URL).href });
  await admin.connect();
});
afterAll(() => admin.end());

beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team);
});

function start() {
  const kept = keptLog();
  const confirmations: Confirmation[] = [];
  const confirm = (asked: Confirmation[]) => void confirmations.push(...asked);
  const recorder = startRecorder({ log: kept.log, outage: watchOutage(kept.log, "the database"), confirm });
  return { recorder, confirmations, lines: kept.lines };
}

const at = (seconds: number) => START + seconds * 1000;
const written = () => prisma.result.count({ where: { monitorId: monitor.id } });

/** The database takes no connections, and has none, until the function returned is called. */
async function takeTheDatabaseAway() {
  const name = new URL(env.DATABASE_URL).pathname.slice(1);
  await admin.query(`alter database ${name} allow_connections false`);
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  return () => admin.query(`alter database ${name} allow_connections true`);
}

test("a check is written soon after it was added, which is when adding it is over", async () => {
  const { recorder } = start();
  expect(await recorder.add(await makeCheck(monitor, "up", at(0)))).toBe(true);
  expect(await written()).toBe(1);
  await recorder.stop(1_000);
});

test("checks that end together are written in one transaction", async () => {
  const { recorder } = start();
  const checks = await Promise.all(Array.from({ length: 50 }, (_, n) => makeCheck(monitor, "up", at(n))));
  await Promise.all(checks.map((check) => recorder.add(check)));
  const { rows } = await pool.query("select distinct xmin::text from result where monitor_id = $1", [monitor.id]);
  expect(rows).toHaveLength(1);
  expect(await written()).toBe(50);
  await recorder.stop(1_000);
});

test("a check that wants confirmation is passed on once it is written", async () => {
  const { recorder, confirmations } = start();
  await recorder.add(await makeCheck(monitor, "up", at(0)));
  await recorder.add(await makeCheck(monitor, "down", at(60)));
  expect(confirmations).toMatchObject([{ kind: "again", monitorId: monitor.id, revision: 1, slotAt: at(67) }]);
  await recorder.stop(1_000);
});

test("one result the database does not take costs none of the others", async () => {
  const { recorder, lines } = start();
  const checks = await Promise.all(Array.from({ length: 9 }, (_, n) => makeCheck(monitor, "up", at(n))));
  checks[4] = { ...checks[4]!, locationId: 99_999 }; // no smallint
  const outcomes = await Promise.all(checks.map((check) => recorder.add(check)));
  expect(outcomes.map((isWritten, n) => (isWritten ? null : n)).filter((n) => n !== null)).toEqual([4]);
  expect(await written()).toBe(8);
  expect(lines.some(({ level, msg }) => level === 50 && msg === "the database: an error")).toBe(true);
  await recorder.stop(1_000);
});

test("a result of a day that has no partition is written, into a partition made for it", async () => {
  const { recorder } = start();
  const checks = [await makeCheck(monitor, "up", at(0)), await makeCheck(monitor, "up", DAY_WITHOUT_PARTITION)];
  expect(await Promise.all(checks.map((check) => recorder.add(check)))).toEqual([true, true]);
  expect(await written()).toBe(2);
  await recorder.stop(1_000);
});

test("results wait while the database is away and are written when it is back, and the log says both once", async () => {
  const { recorder, lines } = start();
  const check = await makeCheck(monitor, "up", at(0));
  const giveBack = await takeTheDatabaseAway();
  const added = recorder.add(check);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  await giveBack();
  expect(await added).toBe(true);
  expect(await written()).toBe(1);
  expect(lines.map(({ msg }) => msg)).toEqual(["the database does not answer", "the database answers again"]);
  await recorder.stop(1_000);
});

test("a recorder that stops writes what it has", async () => {
  const { recorder } = start();
  const added = recorder.add(await makeCheck(monitor, "up", at(0)));
  await recorder.stop(1_000);
  expect(await added).toBe(true);
});

test("a recorder that stops while the database is away gives up in time and says what is lost", async () => {
  const { recorder, lines } = start();
  const check = await makeCheck(monitor, "up", at(0));
  const giveBack = await takeTheDatabaseAway();
  void recorder.add(check);
  const stoppedAt = Date.now();
  await recorder.stop(500);
  expect(Date.now() - stoppedAt).toBeLessThan(1_500);
  expect(lines.at(-1)).toMatchObject({ msg: "stopped before every result was written", lost: 1 });
  await giveBack();
});

test("what waits is bounded: the oldest results go first, and the log says so", async () => {
  const { recorder, lines } = start();
  const check = await makeCheck(monitor, "up", at(0));
  const giveBack = await takeTheDatabaseAway();
  const first = recorder.add(check);
  for (let n = 0; n < 50_400; n++) void recorder.add(check);
  expect(await first).toBe(false);
  expect(lines.some(({ msg }) => msg === "the database is away for too long: results are dropped")).toBe(true);
  await recorder.stop(10);
  await giveBack();
});
