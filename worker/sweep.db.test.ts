import { beforeAll, beforeEach, expect, test } from "vitest";
import { claimCheckRequests } from "#db/check-request/claim-check-requests.ts";
import { prisma } from "#db/client.ts";
import { judgeSilence } from "#db/health/judge-silence.ts";
import { ensureLocation } from "#db/location/ensure-location.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import { recordResults } from "#db/result/record-results.ts";
import { beginWindow } from "#db/schedule/begin-window.ts";
import { finishWindow } from "#db/schedule/finish-window.ts";
import type { ScheduleWindow } from "#db/schedule/window.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { makeMonitor, makeTeam, makeUser } from "#testing/makers.ts";
import { sweepDuties } from "./sweep.ts";

const NOW = Math.floor(Date.now() / 1000) * 1000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let monitor: Monitor;
let queued: ScheduleWindow[];
let locationId: number;

beforeAll(async () => {
  await ensurePartitions(NOW);
  locationId = await ensureLocation("local");
});
beforeEach(async () => {
  queued = [];
  await pool.query("truncate schedule_window, trial, mailflow_run, inbound_address, inbound_message, check_request");
  monitor = await makeMonitor(await makeTeam(), { policy: { intervalS: 10 } });
});

/** Does every duty of the sweep once. */
async function sweep() {
  for (const { run } of sweepDuties(async (windows) => void queued.push(...windows))) await run();
}

async function makeWindow(secondsAgo: number): Promise<ScheduleWindow> {
  const windowS = Math.floor(Date.now() / 1000) - secondsAgo;
  await prisma.window.create({ data: { windowAt: new Date(windowS * 1000), locationId, shard: 0, shards: 1 } });
  return { windowS, locationId, location: "local", shard: 0, shards: 1 };
}

const states = async () => (await prisma.window.findMany({ orderBy: { windowAt: "asc" } })).map(({ state }) => state);

test("a window that was queued and never begun is missed", async () => {
  await makeWindow(120);
  await makeWindow(5);
  await sweep();
  expect(await states()).toEqual(["missed", "queued"]);
});

test("a window whose worker is gone for good is missed; one that is being run is not", async () => {
  await beginWindow(await makeWindow(600), 10);
  await beginWindow(await makeWindow(40), 10);
  await sweep();
  expect(await states()).toEqual(["missed", "running"]);
});

test("a window that was missed stays so, whoever finishes it late", async () => {
  const window = await makeWindow(600);
  await sweep();
  await finishWindow(window, { notRun: 3, missed: 0, lateness: [] });
  expect(await states()).toEqual(["missed"]);
});

test("a window that changed hands has run what both its workers ran", async () => {
  const window = await makeWindow(10);
  await beginWindow(window, 5);
  await beginWindow(window, 2); // the first one was killed after three
  await finishWindow(window, { notRun: 1, missed: 0, lateness: [] });
  expect(await prisma.window.findFirst()).toMatchObject({ state: "done", due: 5, ran: 4 });
});

test("a window that opened and that nobody has begun is queued again, in case the queue has lost it", async () => {
  const lost = await makeWindow(10);
  await beginWindow(await makeWindow(20), 1);
  await makeWindow(-60);
  await sweep();
  expect(queued).toEqual([lost]);
});

test("a monitor nobody watches becomes unknown from its first missed slot, and its incident stays open", async () => {
  const at = NOW - 10 * MINUTE_MS;
  monitor = await prisma.monitor.update({ where: { id: monitor.id }, data: { createdAt: new Date(at), confirmations: 0 } });
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { since: new Date(at - 1000) } });
  await recordResults([await makeCheck(monitor, "down", at)]);
  await sweep();
  const health = await prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });
  expect(health).toMatchObject({ status: "unknown", reason: "check.missed", since: new Date(at + 10_000) });
  expect(health.incidentId).not.toBeNull();
  const transitions = await prisma.transition.count({ where: { monitorId: monitor.id } });
  await sweep();
  expect(await prisma.transition.count({ where: { monitorId: monitor.id } })).toBe(transitions);
});

test("silence within two intervals and 30 s is none", async () => {
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { since: new Date(NOW - MINUTE_MS) } });
  await recordResults([await makeCheck(monitor, "up", NOW - 49_000)]);
  expect(await judgeSilence(NOW)).toBe(0);
  expect(await judgeSilence(NOW + 2_000)).toBe(1);
});

test("a request is claimed once, and again when it brought no check within a minute", async () => {
  await prisma.checkRequest.create({ data: { monitorId: monitor.id } });
  expect(await claimCheckRequests(locationId, 10)).toMatchObject([{ monitorId: monitor.id }]);
  expect(await claimCheckRequests(locationId, 10)).toEqual([]);
  await pool.query(
    "update check_request set claimed_at = now() - interval '2 minutes', requested_at = now() - interval '2 minutes'",
  );
  expect(await claimCheckRequests(locationId, 10)).toHaveLength(1);
});

test("a request that brought a check is not claimed again", async () => {
  await prisma.checkRequest.create({ data: { monitorId: monitor.id } });
  await claimCheckRequests(locationId, 10);
  await recordResults([await makeCheck(monitor, "up", NOW)]);
  await pool.query("update check_request set claimed_at = now() - interval '2 minutes', requested_at = to_timestamp($1)", [
    NOW / 1000,
  ]);
  expect(await claimCheckRequests(locationId, 10)).toEqual([]);
});

test("a request of a monitor that is watched from elsewhere is left to the workers there", async () => {
  const elsewhere = await ensureLocation("fra");
  await prisma.monitorLocation.create({ data: { monitorId: monitor.id, locationId: elsewhere } });
  await prisma.checkRequest.create({ data: { monitorId: monitor.id } });
  expect(await claimCheckRequests(locationId, 10)).toEqual([]);
  expect(await claimCheckRequests(elsewhere, 10)).toHaveLength(1);
});

test("of many workers that see a request one gets it", async () => {
  await prisma.checkRequest.create({ data: { monitorId: monitor.id } });
  const claims = await Promise.all(Array.from({ length: 10 }, () => claimCheckRequests(locationId, 10)));
  expect(claims.flat()).toHaveLength(1);
});

test("a trial whose worker is gone ends as unknown; one in its time goes on", async () => {
  const user = await makeUser();
  const { teamId, userId } = await prisma.membership.findFirstOrThrow({ where: { userId: user.id } });
  const target = { kind: "smtp", host: "127.0.0.1", port: 25, tls: "none", ehloName: "probe.example.org" };
  const trial = (claimedMsAgo: number) =>
    prisma.trial.create({ data: { teamId, userId, target, timeLimitS: 10, claimedAt: new Date(Date.now() - claimedMsAgo) } });
  const [lost, running] = [await trial(MINUTE_MS), await trial(5_000)];
  await sweep();
  const after = await prisma.trial.findUniqueOrThrow({ where: { id: lost.id } });
  expect(after.result).toMatchObject({ status: "unknown", reason: { code: "check.failed" } });
  expect((await prisma.trial.findUniqueOrThrow({ where: { id: running.id } })).finishedAt).toBeNull();
});

test("changes are forgotten after a year", async () => {
  const noticed = (days: number) => {
    const at = new Date(NOW - days * DAY_MS);
    return prisma.change.create({
      data: { monitorId: monitor.id, at, slotAt: at, locationId, aspect: "banner", before: "a", after: "b" },
    });
  };
  await noticed(367);
  const { id } = await noticed(364);
  await sweep();
  expect((await prisma.change.findMany({ where: { monitorId: monitor.id } })).map((change) => change.id)).toEqual([id]);
});

test("what is old is forgotten: failures after 30 days, good dialogues nothing points to after one", async () => {
  const age = async (status: "up" | "down", days: number, goodSlotAt: Date | null = null) => {
    const slotAt = new Date(NOW - days * DAY_MS);
    const data = { stages: [], facts: {}, warnings: [], lines: [] };
    await prisma.transcript.create({ data: { monitorId: monitor.id, slotAt, locationId, status, goodSlotAt, ...data } });
    return slotAt;
  };
  await age("down", 31);
  const shownBeside = await age("up", 20);
  const failure = await age("down", 19, shownBeside);
  await age("up", 18);
  const lastGood = await age("up", 2);
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { goodSlotAt: lastGood } });
  await sweep();
  const kept = await prisma.transcript.findMany({ where: { monitorId: monitor.id }, orderBy: { slotAt: "asc" } });
  expect(kept.map(({ slotAt }) => slotAt)).toEqual([shownBeside, failure, lastGood]);
});
