import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { STATUSES } from "#core/check/status.ts";
import { histogramOf } from "#core/latency/histogram.ts";
import { prisma } from "#db/client.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { inWritingOrder, type FinishedCheck } from "#db/result/finished-check.ts";
import { insertResults } from "#db/result/insert-results.ts";
import { TIMING_POSITIONS } from "#db/result/timing-positions.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { closeHours } from "./close-hours.ts";
import { countDue } from "./count-due.ts";
import { DAY_MS, HOUR_MS } from "./hour.ts";
import { unpackTallies } from "./pack-tallies.ts";

const TODAY = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const DAY = TODAY - DAY_MS; // it is over

let monitors: Monitor[];

beforeAll(() => ensurePartitions(TODAY));
beforeEach(async () => {
  await pool.query("truncate result, rollup_hour, rollup_day, rollup_due");
  await pool.query("update rollup_progress set closed_until = 'epoch'");
  const team = await makeTeam();
  monitors = [await makeMonitor(team), await makeMonitor(team)];
});

const write = (checks: FinishedCheck[]) => inTransaction((client) => insertResults(client, inWritingOrder(checks)));

/** Checks of both monitors all over the day, each stage with a time or without. */
const dayOfChecks = fc.array(
  fc.record({
    monitor: fc.nat(1),
    second: fc.nat(86_399),
    status: fc.constantFrom(...STATUSES),
    timings: fc.uniqueArray(fc.record({ stage: fc.constantFrom(...TIMING_POSITIONS), ms: fc.nat(30_000) }), {
      selector: ({ stage }) => stage,
    }),
  }),
  { minLength: 200, maxLength: 200 },
);

async function makeDay(seed: number): Promise<FinishedCheck[]> {
  const [wishes] = fc.sample(dayOfChecks, { numRuns: 1, seed });
  return Promise.all(
    wishes!.map(async ({ monitor, second, status, timings }) => {
      const check = await makeCheck(monitors[monitor]!, status, DAY + second * 1000);
      return { ...check, result: { ...check.result, stages: timings.map((timing) => ({ ...timing, reply: null })) } };
    }),
  );
}

const tallyOf = (times: number[]) => ({
  checks: times.length,
  sumMs: times.reduce((sum, ms) => sum + ms, 0),
  histogram: histogramOf(times),
});

/** What a row of the rollups has to be, counted by hand from the checks between two instants. */
function countedByHand(checks: FinishedCheck[], { id }: Monitor, from: number, to: number) {
  const mine = checks.filter(({ monitorId, slotAt }) => monitorId === id && slotAt >= from && slotAt < to);
  const stages = TIMING_POSITIONS.map((stage) =>
    tallyOf(mine.flatMap(({ result }) => result.stages.filter((timing) => timing.stage === stage).map(({ ms }) => ms))),
  );
  const whole = mine.filter(({ result }) => result.stages.length > 0);
  return {
    ...Object.fromEntries(STATUSES.map((status) => [status, mine.filter(({ result }) => result.status === status).length])),
    whole: tallyOf(whole.map(({ result }) => result.stages.reduce((sum, { ms }) => sum + ms, 0))),
    stages: stages.slice(0, 1 + stages.findLastIndex((each) => each.checks > 0)),
  };
}

const unpacked = <Row extends { tallies: Uint8Array }>({ tallies, ...row }: Row) => ({ ...row, ...unpackTallies(tallies) });

async function rollups() {
  const hours = await prisma.rollupHour.findMany({ orderBy: [{ monitorId: "asc" }, { hourAt: "asc" }] });
  const days = await prisma.rollupDay.findMany({ orderBy: { monitorId: "asc" } });
  return { hours: hours.map(unpacked), days: days.map(unpacked) };
}
const countAll = async () => {
  while (await countDue(DAY));
};
const rollUp = async () => {
  await closeHours(DAY, TODAY);
  await countAll();
};

const monitorOf = (monitorId: number) => monitors.find(({ id }) => id === monitorId)!;

test.each([1, 2, 3])("every hour and every day is what one counts by hand (seed %i)", async (seed) => {
  const checks = await write(await makeDay(seed));
  await rollUp();
  const { hours, days } = await rollups();
  for (const { monitorId, hourAt, ...counted } of hours) {
    expect(counted).toEqual(countedByHand(checks, monitorOf(monitorId), hourAt.getTime(), hourAt.getTime() + HOUR_MS));
  }
  for (const { monitorId, dayAt, ...counted } of days) {
    expect(counted).toEqual(countedByHand(checks, monitorOf(monitorId), dayAt.getTime(), dayAt.getTime() + DAY_MS));
  }
  expect(days.reduce((sum, { up, degraded, down, unknown }) => sum + up + degraded + down + unknown, 0)).toBe(checks.length);
});

test("late results are taken in, and nothing differs from what is counted when all are there", async () => {
  const checks = await makeDay(4);
  await write(checks.slice(0, 120));
  await rollUp();
  await write(checks.slice(100));
  await countAll();
  const taken = await rollups();
  await pool.query("truncate rollup_hour, rollup_day");
  await pool.query("update rollup_progress set closed_until = 'epoch'");
  await rollUp();
  expect(await rollups()).toEqual(taken);
});

/** Each row with the transaction that wrote it. */
const versions = async () => {
  const { rows } = await pool.query<{ row: string }>(`select xmin || ' ' || monitor_id || ' ' || hour_at as row from rollup_hour`);
  return rows.map(({ row }) => row).toSorted();
};

test("only what got new results is counted again, and counting again changes no row", async () => {
  await write(await makeDay(5));
  await rollUp();
  const before = await versions();
  const late = await makeCheck(monitors[0]!, "up", DAY + 5 * HOUR_MS + 1_800_000);
  await write([late]);
  expect(await prisma.rollupDue.findMany()).toMatchObject([
    { hourAt: new Date(DAY + 5 * HOUR_MS), fromMonitor: monitors[0]!.id, toMonitor: monitors[0]!.id + 1 },
  ]);
  await countAll();
  expect((await versions()).filter((row) => !before.includes(row))).toHaveLength(1);
  const after = await versions();
  await pool.query("insert into rollup_due (hour_at, from_monitor, to_monitor) values ($1, 0, 2147483647)", [new Date(DAY)]);
  await countAll();
  expect(await versions()).toEqual(after);
});

test("a result of an open hour makes nothing due", async () => {
  await closeHours(DAY, DAY + HOUR_MS);
  await countAll();
  await write([await makeCheck(monitors[0]!, "up", DAY + HOUR_MS)]);
  expect(await prisma.rollupDue.count()).toBe(0);
});

test("a count that is cut off in its middle leaves nothing behind, and is done again", async () => {
  await write(await makeDay(6));
  await rollUp();
  const whole = await rollups();
  await pool.query("truncate rollup_hour, rollup_day");
  await pool.query("update rollup_progress set closed_until = 'epoch'");
  await closeHours(DAY, TODAY);
  for (let kills = 0; kills < 12; kills++) {
    const blocker = await pool.connect();
    await blocker.query("begin");
    await blocker.query("lock table rollup_hour in share mode"); // the count gets as far as writing
    const counting = countDue(DAY).catch(() => "killed");
    await expect.poll(() => terminateWaiting(), { timeout: 5_000 }).toBe(1);
    expect(await counting).toBe("killed");
    await blocker.query("rollback");
    blocker.release();
    await countDue(DAY);
  }
  await countAll();
  expect(await rollups()).toEqual(whole);
});

async function terminateWaiting(): Promise<number> {
  const { rowCount } = await pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into rollup_hour%'`,
  );
  return rowCount ?? 0;
}

test("a result that is being written while its hour is closed and counted is counted, too", async () => {
  const check = await makeCheck(monitors[0]!, "up", DAY);
  await inTransaction(async (client) => {
    await insertResults(client, [check]);
    expect(await closeHours(DAY, TODAY)).toBe(false); // the writer is waited for, but not for long
  });
  await rollUp();
  expect((await rollups()).hours).toMatchObject([{ up: 1 }]);
  await inTransaction(async (client) => {
    await insertResults(client, [await makeCheck(monitors[0]!, "down", DAY + 60_000)]);
    await countAll(); // it is not there yet
  });
  await countAll();
  expect((await rollups()).hours).toMatchObject([{ up: 1, down: 1 }]);
  expect((await rollups()).days).toMatchObject([{ up: 1, down: 1 }]);
});

test("an hour whose results are gone keeps what was counted", async () => {
  await write([await makeCheck(monitors[0]!, "up", DAY)]);
  await rollUp();
  await pool.query("delete from result");
  await write([await makeCheck(monitors[0]!, "down", DAY + 60_000)]);
  while (await countDue(DAY + HOUR_MS));
  expect((await rollups()).hours).toMatchObject([{ up: 1, down: 0 }]);
});

test("the results of a monitor that was deleted are left out", async () => {
  await write([await makeCheck(monitors[0]!, "up", DAY), await makeCheck(monitors[1]!, "up", DAY)]);
  await prisma.monitor.delete({ where: { id: monitors[0]!.id } });
  await rollUp();
  expect((await rollups()).hours.map(({ monitorId }) => monitorId)).toEqual([monitors[1]!.id]);
});
