import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import { HANDLED_FOR_MS } from "#core/incident/handled.ts";
import type { Reason } from "#core/reason/reason.ts";
import { prisma } from "#db/client.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { resumeMonitor } from "#db/monitor/resume-monitor.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { recordResults } from "#db/result/record-results.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck, makeResult } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { listIncidentEvents } from "./list-incident-events.ts";
import { readIncident } from "./read-incident.ts";
import { resolveByHand } from "./resolve-by-hand.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000; // after the monitors were made
const HOUR_S = HANDLED_FOR_MS / 1_000;
const ada = { email: "ada@example.org" };

let team: Team;
let monitor: Monitor;

beforeAll(() => ensurePartitions(START));
beforeEach(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team, { channels: [await makeChannel(team)], policy: { intervalS: 60, confirmations: 0 } });
});

/** A check a minute, from `fromS` seconds on, of which each says so. */
async function record(fromS: number, ...statuses: Status[]) {
  for (const [index, status] of statuses.entries()) {
    await recordResults([await makeCheck(monitor, status, START + (fromS + index * 60) * 1_000)]);
  }
}
const incidents = () => prisma.incident.findMany({ where: { monitorId: monitor.id }, orderBy: { id: "asc" } });
const told = async () =>
  (await prisma.delivery.findMany({ where: { monitorId: monitor.id }, orderBy: { id: "asc" } })).map(({ kind }) => kind);
const resolve = async () => resolveByHand(team.id, (await incidents()).at(-1)!.id, ada, "The disk is being changed.");

test("what is resolved by hand is over, says who and why, and tells nobody that anything has recovered", async () => {
  await record(0, "up", "down");
  expect(await resolve()).toBe(true);
  expect(await resolve()).toBe(false);
  const { id } = (await incidents())[0]!;
  expect(await readIncident(team.id, id)).toMatchObject({
    closedAs: "resolved_by_hand",
    endedAt: null,
    resolvedAt: expect.any(Date),
  });
  expect((await listIncidentEvents(team.id, id)).map(({ event }) => event)).toContainEqual({
    kind: "resolved_by_hand",
    by: "ada@example.org",
    why: "The disk is being changed.",
  });
  expect(await prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } })).toMatchObject({
    status: "down",
    incidentId: null,
  });
  expect(await told()).toEqual(["incident_opened"]);
});

test("the same trouble alarms nobody for an hour, and then it does", async () => {
  await record(0, "up", "down");
  await resolve();
  await record(120, ...Array.from({ length: 58 }, () => "down" as const));
  expect(await incidents()).toHaveLength(1);
  expect(await told()).toEqual(["incident_opened"]);
  await record(60 + HOUR_S, "down", "down");
  expect(await incidents()).toMatchObject([{ resolvedAt: expect.any(Date) }, { resolvedAt: null, status: "down" }]);
  expect(await told()).toEqual(["incident_opened", "incident_opened"]);
});

test("not knowing in between makes no new trouble of it", async () => {
  await record(0, "up", "down");
  await resolve();
  await record(120, "unknown", "unknown", "down", "unknown", "down", "unknown", "down");
  expect(await incidents()).toHaveLength(1);
  await record(60 + HOUR_S, "down");
  expect(await told(), "flapping that nobody was told of keeps nobody from being told").toEqual([
    "incident_opened",
    "incident_opened",
  ]);
});

test("once it was good, the next failure is a new incident at once", async () => {
  await record(0, "up", "down");
  await resolve();
  await record(120, "down", "up", "down");
  expect(await incidents()).toMatchObject([{ resolvedAt: expect.any(Date) }, { resolvedAt: null }]);
  expect(await told()).toEqual(["incident_opened", "incident_opened"]);
});

test("so is one that a good result showed which came in with the failure", async () => {
  await record(0, "up", "down");
  await resolve();
  await recordResults(
    await Promise.all(
      (["up", "down"] as const).map((status, index) => makeCheck(monitor, status, START + (120 + index * 60) * 1_000)),
    ),
  );
  expect(await incidents()).toHaveLength(2);
});

test("what was degraded and is down is another trouble; what was down and is degraded is not", async () => {
  monitor = await makeMonitor(team, { policy: { intervalS: 60, confirmations: 0, incidentFrom: "degraded" } });
  await record(0, "up", "degraded");
  await resolve();
  await record(120, "degraded");
  expect(await incidents()).toHaveLength(1);
  await record(180, "down");
  expect(await incidents()).toMatchObject([{ status: "degraded" }, { status: "down", resolvedAt: null }]);
  await resolve();
  await record(240, "degraded", "down", "degraded");
  expect(await incidents()).toHaveLength(2);
});

test("a monitor that was paused meanwhile is a new matter", async () => {
  await record(0, "up", "down");
  await resolve();
  await pauseMonitor(team.id, monitor.id, "ada@example.org", START + 130_000);
  await resumeMonitor(team.id, monitor.id, START + 140_000);
  monitor = await prisma.monitor.findUniqueOrThrow({ where: { id: monitor.id } });
  await record(180, "down");
  expect(await incidents()).toHaveLength(2);
});

test("resolving one that comes and goes does not silence it", async () => {
  await record(0, "up", "down", "up", "down", "up", "down");
  expect(await told()).toContain("incident_flapping");
  await resolve();
  const before = (await told()).length;
  await record(360, "down", "up", "down");
  expect((await incidents()).at(-1)).toMatchObject({ resolvedAt: null });
  expect(await told()).toHaveLength(before + 1);
});

test("another reason becomes the headline, with its dialogue, and alarms nobody", async () => {
  await record(0, "up", "down");
  const refused: Reason = { code: "connect.refused", stage: "connect", reply: null, detail: null };
  const check = await makeCheck(monitor, "down", START + 120_000);
  await recordResults([{ ...check, result: makeResult("down", START + 120_003, refused) }]);
  expect(await incidents()).toMatchObject([{ reason: refused, slotAt: new Date(START + 120_000), resolvedAt: null }]);
  const transcript = await prisma.transcript.findFirst({ where: { monitorId: monitor.id, slotAt: new Date(START + 120_000) } });
  expect(transcript).not.toBeNull();
  expect(await told()).toEqual(["incident_opened"]);
});

test("nobody resolves another team's incident", async () => {
  await record(0, "up", "down");
  const { id } = (await incidents())[0]!;
  expect(await resolveByHand((await makeTeam()).id, id, ada, "Not mine")).toBe(false);
  expect((await incidents())[0]).toMatchObject({ resolvedAt: null });
});
