import { expect, test } from "vitest";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { pool } from "../pool.ts";
import { deleteMonitor } from "./delete-monitor.ts";

test("deleting a monitor takes all that was seen of it along, and nobody else's", async () => {
  const team = await makeTeam();
  const [gone, kept] = [await makeMonitor(team), await makeMonitor(team)];
  await pool.query("create table if not exists result_rest partition of result default");
  await pool.query(
    `insert into result (slot_at, monitor_id, status, location_id, late_ms, timings) select now(), unnest($1::int[]), 'up', 1, 0, '\\x03'`,
    [[gone.id, kept.id]],
  );
  expect(await deleteMonitor(team.id, gone.id)).toBe(true);
  expect(await prisma.monitor.findMany({ where: { teamId: team.id } })).toMatchObject([{ id: kept.id }]);
  expect(await prisma.health.count({ where: { monitorId: gone.id } })).toBe(0);
  expect(await prisma.result.findMany({ select: { monitorId: true } })).toEqual([{ monitorId: kept.id }]);
  expect(await deleteMonitor(team.id, gone.id)).toBe(false);
});

test("another team cannot delete it", async () => {
  const [team, stranger] = [await makeTeam(), await makeTeam()];
  const { id } = await makeMonitor(team);
  expect(await deleteMonitor(stranger.id, id)).toBe(false);
  expect(await prisma.monitor.count({ where: { id } })).toBe(1);
});
