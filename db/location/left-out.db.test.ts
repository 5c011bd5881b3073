import { afterEach, beforeEach, expect, test } from "vitest";
import { windowOf } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { recordResults } from "#db/result/record-results.ts";
import { loadDue } from "#db/schedule/load-due.ts";
import { makeCheck } from "#testing/checks.ts";
import { forgetLocations, makeLocations } from "#testing/locations.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { failSelfTest } from "./fail-self-test.ts";
import { leaveOutOutvoted } from "./leave-out-outvoted.ts";
import { listLocations } from "./list-locations.ts";
import { passSelfTest } from "./pass-self-test.ts";

const NOW_S = windowOf(Date.now() / 1000);
const SLOT_AT = NOW_S * 1000 - 30_000;

let ams: number;
let fra: number;
let nyc: number;

beforeEach(async () => {
  await ensurePartitions(Date.now());
  await prisma.team.deleteMany();
  await prisma.window.deleteMany();
  [ams, fra, nyc] = await makeLocations("ams", "fra", "nyc");
});
afterEach(forgetLocations);

const cutOff = async () =>
  (await listLocations()).filter(({ cutOffSince }) => cutOffSince !== null).map(({ name, cutOffWhy }) => [name, cutOffWhy]);
const openWindow = (windowS: number, isCutOff: Record<number, boolean>) =>
  prisma.window.createMany({
    data: Object.entries(isCutOff).map(([locationId, is]) => ({
      windowAt: new Date(windowS * 1000),
      locationId: Number(locationId),
      shard: 0,
      shards: 1,
      isCutOff: is,
    })),
  });
const dueAt = async (windowS: number, locationId: number) =>
  (await loadDue({ windowS, locationId, location: "", shard: 0, shards: 1 })).map(({ slotAt }) => slotAt);

test("a location whose self-test fails is left out until it goes well, and since the first time it failed", async () => {
  await failSelfTest(fra, "its resolver does not answer");
  const cutOffSince = (await listLocations()).find(({ name }) => name === "fra")!.cutOffSince;
  expect(cutOffSince).not.toBeNull();
  await failSelfTest(fra, "none of a:25 accepts a connection");
  expect(await cutOff()).toEqual([["fra", "none of a:25 accepts a connection"]]);
  expect((await listLocations()).find(({ name }) => name === "fra")!.cutOffSince).toEqual(cutOffSince);
  await passSelfTest(fra);
  expect(await cutOff()).toEqual([]);
});

test("the others take its turns, and where all are cut off each keeps its own", async () => {
  await makeMonitor(await makeTeam(), { policy: { intervalS: 10 } });
  const some = { [ams]: false, [fra]: true, [nyc]: false };
  const all = { [ams]: true, [fra]: true, [nyc]: true };
  const seen = { some: new Map<number, number>(), all: new Map<number, number>() };
  for (let turn = 0; turn < 6; turn++) {
    await openWindow(NOW_S + turn * 10, some);
    await openWindow(NOW_S + 600 + turn * 10, all);
    for (const place of [ams, fra, nyc]) {
      seen.some.set(place, (seen.some.get(place) ?? 0) + (await dueAt(NOW_S + turn * 10, place)).length);
      seen.all.set(place, (seen.all.get(place) ?? 0) + (await dueAt(NOW_S + 600 + turn * 10, place)).length);
    }
  }
  expect([ams, fra, nyc].map((place) => seen.some.get(place))).toEqual([3, 0, 3]);
  expect([ams, fra, nyc].map((place) => seen.all.get(place))).toEqual([2, 2, 2]);
});

test("a location whose resolver lies is outvoted at every monitor, raises no alarm, and is left out for a while", async () => {
  const team = await makeTeam();
  const channels = [await makeChannel(team)];
  const monitors = await Promise.all(Array.from({ length: 10 }, () => makeMonitor(team, { channels })));
  await openWindow(NOW_S - 30, { [ams]: false, [fra]: false, [nyc]: false });
  await pool.query("update schedule_window set due = 10 where location_id = $1", [fra]);
  for (const monitor of monitors) {
    const from = async (locationId: number, status: "up" | "down", at: number) =>
      recordResults([{ ...(await makeCheck(monitor, status, at)), locationId }]);
    await from(ams, "up", SLOT_AT - 60_000);
    await from(fra, "down", SLOT_AT);
    await from(nyc, "up", SLOT_AT);
    await from(ams, "up", SLOT_AT);
  }
  expect(await leaveOutOutvoted()).toEqual(["fra"]);
  expect(await leaveOutOutvoted()).toEqual([]);
  const alerts = await prisma.delivery.count();
  printFigure("C03, a resolver that lies, at 10 monitors", `${alerts} alerts, left out: ${(await cutOff()).join(": ")}`);
  expect(alerts).toBe(0);
  expect(await cutOff()).toEqual([["fra", "the others outvoted it at 10 monitors"]]);

  await passSelfTest(fra);
  expect(await cutOff()).toHaveLength(1); // its self-test does not see that it lies
  await pool.query("update location set cut_off_until = now() where id = $1", [fra]);
  await passSelfTest(fra);
  expect(await cutOff()).toEqual([]);
});

test("one server that turns a location away is not the location's fault", async () => {
  const monitor = await makeMonitor(await makeTeam());
  await prisma.dissent.create({ data: { monitorId: monitor.id, slotAt: new Date(SLOT_AT), locationId: fra, isOutvoted: true } });
  expect(await leaveOutOutvoted()).toEqual([]);
});
