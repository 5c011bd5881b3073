import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { STATUSES } from "#core/status.ts";
import { prisma } from "#db/client.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { insertResults } from "#db/result/insert-results.ts";
import { inWritingOrder, type FinishedCheck } from "#db/result/finished-check.ts";
import { TIMING_POSITIONS } from "#db/result/timing-positions.ts";
import { inTransaction } from "#db/transaction.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { rollUpDays } from "./roll-up-days.ts";
import { rollUpHours } from "./roll-up-hours.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TODAY = Math.floor(Date.now() / DAY_MS) * DAY_MS;

let monitors: Monitor[];

beforeAll(() => ensurePartitions(TODAY));
beforeEach(async () => {
  await pool.query("truncate result, rollup_hour, rollup_day");
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
  const checks = await Promise.all(
    wishes!.map(async ({ monitor, second, status, timings }) => {
      const check = await makeCheck(monitors[monitor]!, status, TODAY + second * 1000);
      return { ...check, result: { ...check.result, stages: timings.map((timing) => ({ ...timing, reply: null })) } };
    }),
  );
  return write(checks);
}

/** What rows of the rollups have to be, counted by hand from the checks between two instants. */
function countedByHand(checks: FinishedCheck[], { id }: Monitor, from: number, to: number) {
  const mine = checks.filter(({ monitorId, slotAt }) => monitorId === id && slotAt >= from && slotAt < to);
  const times = TIMING_POSITIONS.map((stage) =>
    mine.flatMap(({ result }) => result.stages.filter((timing) => timing.stage === stage)),
  );
  return {
    ...Object.fromEntries(STATUSES.map((status) => [status, mine.filter(({ result }) => result.status === status).length])),
    stageSumMs: times.map((timings) => timings.reduce((sum, { ms }) => sum + ms, 0)),
    stageCounts: times.map((timings) => timings.length),
  };
}

const hours = () => prisma.rollupHour.findMany({ orderBy: [{ monitorId: "asc" }, { hourAt: "asc" }] });
const days = () => prisma.rollupDay.findMany({ orderBy: { monitorId: "asc" } });
const rollUp = async () => {
  await rollUpHours(TODAY, TODAY + DAY_MS);
  await rollUpDays(TODAY, TODAY + DAY_MS);
};

test.each([1, 2, 3])("every hour and every day is what one counts by hand (seed %i)", async (seed) => {
  const checks = await makeDay(seed);
  await rollUp();
  for (const { monitorId, hourAt, ...counted } of await hours()) {
    const monitor = monitors.find(({ id }) => id === monitorId)!;
    expect(counted).toEqual(countedByHand(checks, monitor, hourAt.getTime(), hourAt.getTime() + HOUR_MS));
  }
  for (const { monitorId, dayAt, ...counted } of await days()) {
    const monitor = monitors.find(({ id }) => id === monitorId)!;
    const byHand = countedByHand(checks, monitor, dayAt.getTime(), dayAt.getTime() + DAY_MS);
    expect({ ...counted, stageSumMs: counted.stageSumMs.map(Number) }).toEqual(byHand);
  }
  expect((await days()).reduce((sum, { up, degraded, down, unknown }) => sum + up + degraded + down + unknown, 0)).toBe(
    checks.length,
  );
});

test("counting again, after late results came, is the same as counting once at the end", async () => {
  const checks = await makeDay(4);
  await pool.query("delete from result where extract(second from slot_at) < 30");
  await rollUp();
  await write(checks);
  await rollUp();
  const again = [await hours(), await days()];
  await pool.query("truncate rollup_hour, rollup_day");
  await rollUp();
  expect([await hours(), await days()]).toEqual(again);
});

test("the results of a monitor that was deleted are left out", async () => {
  await write([await makeCheck(monitors[0]!, "up", TODAY), await makeCheck(monitors[1]!, "up", TODAY)]);
  await prisma.monitor.delete({ where: { id: monitors[0]!.id } });
  await rollUp();
  expect((await hours()).map(({ monitorId }) => monitorId)).toEqual([monitors[1]!.id]);
});
