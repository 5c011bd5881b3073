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
    "insert into result (slot_at, monitor_id, status, location_id, late_ms, timings) values ($1, 1, 'up', 1, 0, '{}') returning tableoid::regclass::text as name",
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
  const dropped = await dropOldPartitions(NOON);
  expect(dropped).toEqual(["result_20261114", "result_20261115"]);
  expect((await partitions())[0]).toBe("result_20261116");
});

test("a partition is named after its day in UTC, at every hour of it", () => {
  expect(partitionName(dayAfter(Date.UTC(2026, 0, 1), 0))).toBe("result_20260101");
  expect(partitionName(dayAfter(Date.UTC(2026, 0, 1, 23, 59, 59, 999), 1))).toBe("result_20260102");
  expect(partitionName(dayAfter(Date.UTC(2026, 0, 1), -1))).toBe("result_20251231");
});
