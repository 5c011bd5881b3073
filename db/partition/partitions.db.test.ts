import { beforeEach, expect, test } from "vitest";
import { pool } from "#db/pool.ts";
import { dropOldPartitions } from "./drop-old-partitions.ts";
import { ensurePartitions } from "./ensure-partitions.ts";
import { dayAfter, partitionName } from "./partition-name.ts";

const NOON = Date.UTC(2026, 10, 23, 12);

beforeEach(async () => {
  for (const name of await partitions()) await pool.query(`drop table ${name}`);
});

async function partitions(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid where inhparent = 'result'::regclass order by relname",
  );
  return rows.map(({ name }) => name);
}

const insertAt = (instant: string) =>
  pool.query(
    "insert into result (slot_at, monitor_id, status, location_id, late_ms, timings) values ($1, 1, 'up', 1, 0, '') returning tableoid::regclass::text as name",
    [instant],
  );

test("there is a partition for yesterday, today and each of the next seven days", async () => {
  await ensurePartitions(NOON);
  expect(await partitions()).toEqual(Array.from({ length: 9 }, (_, n) => `result_202611${22 + n}`));
});

test("a result of the last and of the first moment of a day (UTC) lies in that day", async () => {
  await ensurePartitions(NOON);
  const lastMoment = await insertAt("2026-11-23T23:59:59.999Z");
  const firstMoment = await insertAt("2026-11-24T00:00:00.000Z");
  expect([lastMoment.rows, firstMoment.rows]).toEqual([[{ name: "result_20261123" }], [{ name: "result_20261124" }]]);
});

test("making them twice, or from many workers at once, makes them once", async () => {
  await Promise.all(Array.from({ length: 6 }, () => ensurePartitions(NOON)));
  await ensurePartitions(NOON);
  expect(await partitions()).toHaveLength(9);
});

test("partitions of more than seven days ago are dropped and no others", async () => {
  for (const daysAgo of [0, 8]) await ensurePartitions(NOON - daysAgo * 86_400_000);
  const dropped = await dropOldPartitions(NOON, 7);
  expect(dropped).toEqual({ inUse: [], dropped: ["result_20261114", "result_20261115"] });
  expect((await partitions())[0]).toBe("result_20261116");
});

test("the same check is taken once, and each partition knows it by hour, monitor, second and location", async () => {
  await ensurePartitions(NOON);
  await insertAt("2026-11-23T12:34:56Z");
  await expect(insertAt("2026-11-23T12:34:56Z")).rejects.toMatchObject({ code: "23505" });
  const others = [
    ["2026-11-23T12:34:57Z", 1, 1],
    ["2026-11-23T13:34:56Z", 1, 1],
    ["2026-11-24T12:34:56Z", 1, 1],
    ["2026-11-23T12:34:56Z", 2, 1],
    ["2026-11-23T12:34:56Z", 2_147_483_647, 32_767],
    ["2026-11-23T23:59:59Z", 2_147_483_647, 32_767],
  ];
  for (const each of others) {
    await pool.query(
      "insert into result (slot_at, monitor_id, status, location_id, late_ms, timings) values ($1, $2, 'up', $3, 0, '')",
      each,
    );
  }
});

test("a partition that is being read for long is not waited for, nobody waits for long behind it, and it goes the next time", async () => {
  await ensurePartitions(NOON - 8 * 86_400_000);
  const reader = await pool.connect();
  await reader.query("begin");
  await reader.query("select count(*) from result");
  const dropping = dropOldPartitions(NOON, 7);
  const waits: number[] = [];
  for (let tries = 0; tries < 20; tries++) {
    const began = performance.now();
    await pool.query("select count(*) from result");
    waits.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect((await dropping).inUse).toEqual(["result_20261114", "result_20261115"]);
  expect(Math.max(...waits)).toBeLessThan(1_000);
  await reader.query("commit");
  reader.release();
  expect(await dropOldPartitions(NOON, 7)).toEqual({ dropped: ["result_20261114", "result_20261115"], inUse: [] });
});

test("a partition is named after its day in UTC, at every hour of it", () => {
  expect(partitionName(dayAfter(Date.UTC(2026, 0, 1), 0))).toBe("result_20260101");
  expect(partitionName(dayAfter(Date.UTC(2026, 0, 1, 23, 59, 59, 999), 1))).toBe("result_20260102");
  expect(partitionName(dayAfter(Date.UTC(2026, 0, 1), -1))).toBe("result_20251231");
});
