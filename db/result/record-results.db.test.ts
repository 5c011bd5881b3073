import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import { prisma } from "#db/client.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { pool } from "#db/pool.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck, makeResult } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import type { FinishedCheck } from "./finished-check.ts";
import { unpackTimings } from "./pack-timings.ts";
import { recordResults } from "./record-results.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000; // after the monitors were made

let team: Team;
let channels: Channel[];
let monitor: Monitor;

beforeAll(() => ensurePartitions(START));

beforeEach(async () => {
  team = await makeTeam();
  channels = [await makeChannel(team), await makeChannel(team)];
  monitor = await makeMonitor(team, { channels, policy: { intervalS: 60, confirmations: 2 } });
});

const check = (status: Status, slotS: number, lateMs = 3) => makeCheck(monitor, status, START + slotS * 1000, lateMs);
const at = (seconds: number, ms = 3) => new Date(START + seconds * 1000 + ms);
const record = async (...checks: Promise<FinishedCheck>[]) => recordResults(await Promise.all(checks));
const recordEach = async (...checks: Promise<FinishedCheck>[]) => {
  for (const each of checks) await record(each);
};

/** Everything recording can have written for the monitor. */
async function everything() {
  const where = { monitorId: monitor.id };
  return {
    results: await prisma.result.findMany({ where, orderBy: { slotAt: "asc" } }),
    health: await prisma.health.findUniqueOrThrow({ where }),
    transitions: await prisma.transition.findMany({ where, orderBy: { id: "asc" } }),
    incidents: await prisma.incident.findMany({ where, include: { events: { orderBy: { id: "asc" } } }, orderBy: { id: "asc" } }),
    deliveries: await prisma.delivery.findMany({ where, orderBy: { id: "asc" } }),
    transcripts: await prisma.transcript.findMany({ where, orderBy: { slotAt: "asc" } }),
  };
}

test("a result is written with its lateness, its reply code and its timings", async () => {
  await record(check("down", 0, 41));
  const { results } = await everything();
  expect(results).toMatchObject([{ status: "down", lateMs: 41, replyCode: 554, reason: "greeting.reply" }]);
  expect(unpackTimings(results[0]!.timings)).toEqual([
    { stage: "connect", ms: 1 },
    { stage: "greeting", ms: 11 },
  ]);
});

test("the first good result makes a new monitor up", async () => {
  await record(check("up", 0));
  const { health, transitions } = await everything();
  expect(health).toMatchObject({
    status: "up",
    since: at(0),
    lastStatus: "up",
    lastMs: 12,
    lastSlotAt: at(0, 0),
    contraryCount: 0,
  });
  expect(transitions).toMatchObject([{ from: "unknown", to: "up", at: at(0), confirmedAt: at(0), slotAt: at(0, 0) }]);
});

test("an outage and its end have the exact times of the first result that showed each", async () => {
  await recordEach(check("up", 0), check("down", 60, 7), check("down", 70), check("down", 80, 9));
  await recordEach(check("up", 120, 5), check("up", 130), check("up", 140, 2));
  const { transitions, incidents, health } = await everything();
  expect(transitions.slice(1)).toMatchObject([
    { from: "up", to: "down", at: at(60, 7), confirmedAt: at(80, 9), slotAt: at(80, 0), reason: "greeting.reply" },
    { from: "down", to: "up", at: at(120, 5), confirmedAt: at(140, 2), slotAt: at(140, 0), reason: null },
  ]);
  expect(incidents).toMatchObject([
    { startedAt: at(60, 7), openedAt: at(80, 9), endedAt: at(120, 5), resolvedAt: at(140, 2), slotAt: at(80, 0) },
  ]);
  expect(health).toMatchObject({ status: "up", incidentId: null });
});

test("an incident begins with its first failure, its confirmation and who is told", async () => {
  await recordEach(check("up", 0), check("down", 60), check("down", 70), check("down", 80));
  const { incidents, health } = await everything();
  expect(incidents[0]!.events.map(({ kind, at: when }) => ({ kind, when }))).toEqual([
    { kind: "first_failure", when: at(60) },
    { kind: "confirmed", when: at(80) },
    { kind: "opened", when: at(80) },
  ]);
  expect(incidents[0]!.events[0]!.detail).toMatchObject({
    location: "local",
    slotAt: at(60, 0).toISOString(),
    text: expect.stringContaining("554"),
  });
  expect(health.incidentId).toBe(incidents[0]!.id);
});

test("every channel of the monitor is told once of the beginning and once of the end", async () => {
  await recordEach(check("down", 0), check("down", 60), check("down", 120), check("up", 180), check("up", 240), check("up", 300));
  const { deliveries } = await everything();
  expect(deliveries.map(({ kind, channelId }) => ({ kind, channelId }))).toEqual([
    { kind: "incident_opened", channelId: channels[0]!.id },
    { kind: "incident_opened", channelId: channels[1]!.id },
    { kind: "incident_resolved", channelId: channels[0]!.id },
    { kind: "incident_resolved", channelId: channels[1]!.id },
  ]);
  expect(deliveries[0]!.message).toMatchObject({
    monitorName: monitor.name,
    startedAt: at(0).toISOString(),
    reason: { code: "greeting.reply" },
  });
});

test("recording the same results twice changes nothing", async () => {
  const checks = await Promise.all([check("up", 0), check("down", 60), check("down", 120), check("down", 180), check("up", 240)]);
  await recordResults(checks);
  const before = await everything();
  expect(await recordResults(checks)).toEqual({ written: 0, confirmations: [] });
  for (const each of checks) await recordResults([each]);
  expect(await everything()).toEqual(before);
});

test("many recorders writing the same results at once open one incident and tell of it once", async () => {
  const checks = await Promise.all([check("up", 0), check("down", 60), check("down", 120), check("down", 180)]);
  const written = await Promise.all(Array.from({ length: 8 }, () => recordResults(checks)));
  expect(written.reduce((sum, recorded) => sum + recorded.written, 0)).toBe(checks.length);
  const { incidents, deliveries, transitions } = await everything();
  expect([incidents.length, deliveries.length, transitions.length]).toEqual([1, 2, 2]);
});

test("recorders that share monitors in opposite orders do not wait for each other in a circle", async () => {
  const monitors = await Promise.all(Array.from({ length: 20 }, () => makeMonitor(team)));
  const batch = (slotS: number) => Promise.all(monitors.map((each) => makeCheck(each, "up", START + slotS * 1000)));
  const slots = [0, 60, 120, 180, 240, 300];
  const batches = await Promise.all(slots.map(batch));
  await Promise.all(batches.map((checks, index) => recordResults(index % 2 === 0 ? checks : checks.toReversed())));
  expect(await prisma.result.count({ where: { monitorId: { in: monitors.map(({ id }) => id) } } })).toBe(
    monitors.length * slots.length,
  );
});

test("the result of a monitor that was edited meanwhile is dropped", async () => {
  const old = await check("down", 0);
  await prisma.monitor.update({ where: { id: monitor.id }, data: { revision: { increment: 1 } } });
  expect(await recordResults([old])).toEqual({ written: 0, confirmations: [] });
  expect((await everything()).results).toEqual([]);
});

test("the result of a monitor that was paused meanwhile is dropped", async () => {
  await prisma.monitor.update({ where: { id: monitor.id }, data: { pausedAt: new Date() } });
  expect((await record(check("down", 0))).written).toBe(0);
});

test("the result of a monitor that was deleted meanwhile is dropped, and the rest of its batch is written", async () => {
  const gone = await check("down", 0);
  await prisma.monitor.delete({ where: { id: monitor.id } });
  monitor = await makeMonitor(team);
  expect((await recordResults([gone, await check("up", 0)])).written).toBe(1);
});

test("a result older than the latest is kept but judged no more", async () => {
  await recordEach(check("up", 120), check("down", 60));
  const { results, health } = await everything();
  expect(results).toHaveLength(2);
  expect(health).toMatchObject({ status: "up", lastSlotAt: at(120, 0), contraryCount: 0 });
});

test("after an edit the failures of the old target confirm nothing", async () => {
  await recordEach(check("up", 0), check("down", 60), check("down", 70));
  monitor = await prisma.monitor.update({ where: { id: monitor.id }, data: { revision: { increment: 1 } } });
  await record(check("down", 80));
  expect((await everything()).health).toMatchObject({ status: "up", contraryCount: 1, contrarySince: at(80) });
});

test("the first check after an edit to a shorter interval finds no gap", async () => {
  await record(check("up", 0));
  monitor = await prisma.monitor.update({ where: { id: monitor.id }, data: { revision: { increment: 1 }, intervalS: 10 } });
  await record(check("up", 600));
  expect((await everything()).transitions).toHaveLength(1);
});

test("a gap is unknown from the first slot that was missed, and ends with the next result", async () => {
  await recordEach(check("up", 0), check("up", 600));
  expect((await everything()).transitions).toMatchObject([
    { to: "up" },
    { from: "up", to: "unknown", at: at(60, 0), confirmedAt: at(600, 0), reason: "check.missed", slotAt: null, locationId: null },
    { from: "unknown", to: "up", at: at(600), slotAt: at(600, 0) },
  ]);
});

test("an open incident survives not knowing", async () => {
  await recordEach(
    check("down", 0),
    check("down", 60),
    check("down", 120),
    check("down", 900),
    check("down", 960),
    check("down", 1020),
  );
  const { incidents, health, deliveries } = await everything();
  expect(health.status).toBe("down");
  expect(incidents).toMatchObject([{ resolvedAt: null }]);
  expect(health.incidentId).toBe(incidents[0]!.id);
  expect(deliveries).toHaveLength(2);
});

test("a contrary result asks for confirmation 6 s after it started", async () => {
  await record(check("up", 0));
  const { confirmations } = await record(check("down", 60, 250));
  expect(confirmations).toMatchObject([{ kind: "again", monitorId: monitor.id, revision: 1, slotAt: START + 67_000 }]);
});

test("a new reason in an outage is noted in the incident and shown as the reason", async () => {
  await recordEach(check("down", 0), check("down", 60), check("down", 120));
  const refused = { ...(await check("down", 180)) };
  refused.result = makeResult("down", refused.slotAt, { code: "connect.refused", stage: "connect", reply: null, detail: null });
  await recordResults([refused]);
  const { incidents, health } = await everything();
  expect(health.reason).toBe("connect.refused");
  expect(incidents[0]!.events.at(-1)).toMatchObject({
    kind: "reason_changed",
    detail: { from: "greeting.reply", to: "connect.refused" },
  });
});

test("every failure keeps its dialogue, beside the last good one", async () => {
  await recordEach(check("up", 0), check("up", 60), check("down", 120));
  const { transcripts } = await everything();
  expect(transcripts).toMatchObject([
    { status: "up", slotAt: at(0, 0), goodSlotAt: null },
    { status: "down", slotAt: at(120, 0), goodSlotAt: at(0, 0), reason: { code: "greeting.reply" } },
  ]);
});

test("the last good dialogue is kept anew once an hour", async () => {
  monitor = await makeMonitor(team, { policy: { intervalS: 3600 } });
  await recordEach(check("up", 0), check("up", 3540), check("up", 3600));
  const { transcripts, health } = await everything();
  expect(transcripts.map(({ slotAt }) => slotAt)).toEqual([at(0, 0), at(3600, 0)]);
  expect(health.goodSlotAt).toEqual(at(3600, 0));
});

test("bytes no text column takes are kept as replacement characters", async () => {
  const hostile = await check("down", 0);
  hostile.result.transcript = [{ direction: "received", atMs: 1, stage: "greeting", text: "5\u00005\ud83d" }];
  await recordResults([hostile]);
  expect((await everything()).transcripts[0]!.lines).toMatchObject([{ text: "5\ufffd5\ufffd" }]);
});

test("the pages of the team hear of it", async () => {
  const listener = await pool.connect();
  const heard = new Promise((resolve) => listener.on("notification", ({ payload }) => resolve(payload)));
  await listener.query("listen team_seen");
  await record(check("up", 0));
  expect(await heard).toBe(String(team.id));
  listener.release(true);
});
