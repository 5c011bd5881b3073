import { beforeEach, expect, test } from "vitest";
import { phaseOf, slotInWindow, WINDOW_S, windowOf } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { recordResults } from "#db/result/record-results.ts";
import { openSecret } from "#db/secret/open-secret.ts";
import { sealSecret } from "#db/secret/seal-secret.ts";
import type { Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { beginWindow } from "./begin-window.ts";
import { loadDue } from "./load-due.ts";
import type { ScheduleWindow } from "./window.ts";

const OPENS_S = windowOf(Date.now() / 1000);

let team: Team;
let locationId: number;

beforeEach(async () => {
  await ensurePartitions(Date.now());
  await prisma.team.deleteMany();
  team = await makeTeam();
  locationId = await ensureLocation("local");
});

async function openWindow(windowS = OPENS_S, wishes: Partial<ScheduleWindow> = {}): Promise<ScheduleWindow> {
  const window = { windowS, locationId, location: "local", shard: 0, shards: 1, ...wishes };
  await pool.query(
    "insert into schedule_window (window_at, location_id, shard, shards) values (to_timestamp($1), $2, $3, $4) on conflict do nothing",
    [windowS, window.locationId, window.shard, window.shards],
  );
  return window;
}

const dueNow = async () => new Map((await loadDue(await openWindow())).map((check) => [check.monitorId, check]));

test("SQL computes the same phase as core, for every interval", async () => {
  const ids = [1, 2, 3, 1000, 99_991, 2_147_483_647];
  const intervals = [10, 11, 30, 59, 60, 300, 3600, 86_399, 86_400];
  const { rows } = await pool.query<{ id: number; intervalS: number; phase: number }>(
    `select id, interval_s as "intervalS", ((id::bigint * 2654435761 % 4294967296) % interval_s)::int as phase
     from unnest($1::int[]) as id cross join unnest($2::int[]) as interval_s`,
    [ids, intervals],
  );
  expect(rows).toHaveLength(ids.length * intervals.length);
  for (const { id, intervalS, phase } of rows)
    expect({ id, intervalS, phase }).toEqual({ id, intervalS, phase: phaseOf(id, intervalS) });
});

test("what is due in a window is what core says, in the order of its slots", async () => {
  const intervals = [10, 17, 60, 300];
  for (let n = 0; n < 40; n++) await makeMonitor(team, { policy: { intervalS: intervals[n % intervals.length]! } });
  const monitors = await prisma.monitor.findMany();
  for (let windowS = OPENS_S; windowS < OPENS_S + 120; windowS += WINDOW_S) {
    const expected = monitors.flatMap(({ id, intervalS }) => {
      const slotS = slotInWindow(id, intervalS, windowS);
      return slotS === null ? [] : [{ monitorId: id, slotAt: slotS * 1000 }];
    });
    const due = (await loadDue(await openWindow(windowS))).map(({ monitorId, slotAt }) => ({ monitorId, slotAt }));
    expect(due).toEqual(expected.toSorted((a, b) => a.slotAt - b.slotAt || a.monitorId - b.monitorId));
  }
});

test("a slot that has its result is not due any more", async () => {
  const monitor = await makeMonitor(team, { policy: { intervalS: 10 } });
  const window = await openWindow();
  const [due] = await loadDue(window);
  await beginWindow(window, 1);
  await recordResults([await makeCheck(monitor, "up", due!.slotAt)]);
  expect(await loadDue(window)).toEqual([]);
});

test("a paused monitor is not due", async () => {
  await makeMonitor(team, { policy: { intervalS: 10 }, pausedAt: new Date() });
  expect(await loadDue(await openWindow())).toEqual([]);
});

test("what is due comes with its secret, still sealed, and with what earlier checks of this revision know", async () => {
  const login = { mechanism: "best", username: "ada" } as const;
  const plain = await makeMonitor(team, { policy: { intervalS: 10 } });
  const { id: monitorId } = await makeMonitor(team, { policy: { intervalS: 10 }, target: { login, tls: "implicit" } });
  const owner = { teamId: team.id, monitorId };
  const secret = sealSecret(owner, "correct horse");
  await prisma.monitor.update({ where: { id: monitorId }, data: { secret: new Uint8Array(secret) } });
  await prisma.health.update({ where: { monitorId }, data: { starttlsRevision: 1, loginRefusedRevision: 1 } });

  const before = await dueNow();
  expect(before.get(plain.id)).toMatchObject({ sealed: null, memory: { hasOfferedStarttls: false, isLoginRefused: false } });
  expect(before.get(monitorId)).toMatchObject({ memory: { hasOfferedStarttls: true, isLoginRefused: true } });
  expect(openSecret(before.get(monitorId)!.sealed!)).toBe("correct horse");
  await prisma.monitor.update({ where: { id: monitorId }, data: { revision: 2 } });
  expect((await dueNow()).get(monitorId)).toMatchObject({
    revision: 2,
    memory: { hasOfferedStarttls: false, isLoginRefused: false },
  });
});

test("the shards of a window have every monitor once", async () => {
  for (let n = 0; n < 30; n++) await makeMonitor(team, { policy: { intervalS: 10 }, target: { host: `mx${n}.example.org` } });
  const shards = await Promise.all([0, 1, 2].map(async (shard) => loadDue(await openWindow(OPENS_S, { shard, shards: 3 }))));
  const ids = shards.flat().map(({ monitorId }) => monitorId);
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
});

test("two locations take turns, slot by slot", async () => {
  await makeMonitor(team, { policy: { intervalS: 10 } });
  const other = await ensureLocation("fra");
  const turns: number[] = [];
  for (let windowS = OPENS_S + 600; windowS < OPENS_S + 660; windowS += WINDOW_S) {
    const windows = [await openWindow(windowS), await openWindow(windowS, { locationId: other, location: "fra" })];
    for (const window of windows) if ((await loadDue(window)).length === 1) turns.push(window.locationId);
  }
  expect(turns).toHaveLength(6);
  for (let n = 1; n < turns.length; n++) expect(turns[n]).not.toBe(turns[n - 1]);
});

test("a monitor with locations of its own is due only there", async () => {
  const monitor = await makeMonitor(team, { policy: { intervalS: 10 } });
  const other = await ensureLocation("fra");
  await prisma.monitorLocation.create({ data: { monitorId: monitor.id, locationId: other } });
  expect(await loadDue(await openWindow(OPENS_S + 900))).toEqual([]);
  expect(await loadDue(await openWindow(OPENS_S + 900, { locationId: other, location: "fra" }))).toHaveLength(1);
});
