import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import type { Policy } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import { prisma } from "#db/client.ts";
import { readMonitor } from "#db/monitor/read-monitor.ts";
import { retryLogin } from "#db/monitor/retry-login.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { loadCheck } from "#db/schedule/load-check.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck, makeResult } from "#testing/checks.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import type { PlayedTarget } from "#testing/server/played-target.ts";
import type { FinishedCheck } from "./finished-check.ts";
import { recordResults } from "./record-results.ts";

const HOUR_S = 3600;
const START = Math.ceil(Date.now() / (HOUR_S * 1000)) * HOUR_S * 1000; // a whole hour, after the monitors were made

let team: Team;
let channel: Channel;
let monitor: Monitor;
let slotS: number;

beforeAll(() => ensurePartitions(START));
beforeEach(async () => {
  team = await makeTeam();
  channel = await makeChannel(team);
  slotS = 0;
});

async function watch(policy: Partial<Policy> = {}, target: PlayedTarget = {}) {
  monitor = await makeMonitor(team, { channels: [channel], policy: { intervalS: 60, confirmations: 2, ...policy }, target });
}
async function edit(data: Partial<Pick<Monitor, "incidentFrom">> = {}) {
  monitor = await prisma.monitor.update({ where: { id: monitor.id }, data: { ...data, revision: { increment: 1 } } });
}
const incident = () =>
  prisma.incident.findFirstOrThrow({ where: { monitorId: monitor.id }, include: { events: { orderBy: { id: "asc" } } } });
const health = () => prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });
const told = async () => (await prisma.delivery.findMany({ where: { monitorId: monitor.id }, orderBy: { id: "asc" } })).map(({ kind, message }) => [kind, (message as { status?: string }).status]); // prettier-ignore

const isStopped = async () => (await loadCheck(monitor.id))!.memory.isLoginRefused;
const isRemembered = async () => (await loadCheck(monitor.id))!.memory.hasOfferedStarttls;
const replied = (code: number) => ({ code, enhanced: null, text: "" });

const asked = (code: number | null) => [
  { stage: "ehlo" as const, ms: 1, reply: replied(250) },
  { stage: "starttls" as const, ms: 1, reply: code === null ? null : replied(code) },
];

/** Checks a minute apart; `wishes` go into each result. */
async function record(statuses: Status[], reason?: Reason, wishes: Partial<FinishedCheck["result"]> = {}) {
  const outcomes: Awaited<ReturnType<typeof recordResults>>[] = [];
  for (const status of statuses) {
    const check = await makeCheck(monitor, status, START + slotS * 1000);
    check.result = { ...(reason ? makeResult(status, check.slotAt + 3, reason) : check.result), ...wishes };
    outcomes.push(await recordResults([check]));
    slotS += 60;
  }
  return outcomes;
}

describe("where being degraded is an incident", () => {
  beforeEach(() => watch({ incidentFrom: "degraded" }));

  test("it begins with degraded, becomes worse once, and is over when the monitor is up", async () => {
    await record(["up", "degraded", "degraded", "degraded"]);
    expect(await incident()).toMatchObject({ status: "degraded", resolvedAt: null, reason: { code: "tls.expiring" } });
    expect((await incident()).events.map(({ kind }) => kind)).toEqual(["first_failure", "confirmed", "opened"]);

    await record(["down", "down", "down"]);
    expect(await incident()).toMatchObject({
      status: "down",
      resolvedAt: null,
      reason: { code: "greeting.reply" },
      slotAt: new Date(START + 360_000),
    });
    await record(["degraded", "degraded", "degraded", "down", "down", "down"]);
    await record(["up", "up", "up"]);
    const { events, resolvedAt } = await incident();
    expect(events.slice(3).map(({ kind }) => kind)).toEqual(["worsened", "eased", "worsened", "recovered"]);
    expect(resolvedAt).not.toBeNull();
    expect(await prisma.incident.count({ where: { monitorId: monitor.id } })).toBe(1);
    expect(await told()).toEqual([
      ["incident_opened", "degraded"],
      ["incident_worsened", "down"],
      ["incident_resolved", "down"],
    ]);
  });

  test("one that was never more than degraded says so when it is over", async () => {
    await record(["up", "degraded", "degraded", "degraded", "up", "up", "up"]);
    expect(await told()).toEqual([
      ["incident_opened", "degraded"],
      ["incident_resolved", "degraded"],
    ]);
    expect((await health()).incidentId).toBeNull();
  });

  test("it is closed without a word when its owner says that it is none", async () => {
    await record(["up", "degraded", "degraded", "degraded"]);
    await edit({ incidentFrom: "down" });
    await record(["degraded"]);
    const { resolvedAt, endedAt, events } = await incident();
    expect([resolvedAt, endedAt]).toEqual([new Date(START + 240_003), new Date(START + 240_003)]);
    expect(events.at(-1)).toMatchObject({ kind: "recovered", detail: { text: "Still degraded, which is no incident any more." } });
    expect(await told()).toEqual([["incident_opened", "degraded"]]);
  });

  test("many recorders writing the same results open one and tell of each thing once", async () => {
    const statuses: Status[] = ["up", "degraded", "degraded", "degraded", "down", "down", "down"];
    const checks = await Promise.all(statuses.map((status, minute) => makeCheck(monitor, status, START + minute * 60_000)));
    await Promise.all(Array.from({ length: 8 }, () => recordResults(checks)));
    expect((await told()).map(([kind]) => kind)).toEqual(["incident_opened", "incident_worsened"]);
  });
});

test("a monitor that is degraded when its owner wants to hear of that has an incident at its next check", async () => {
  await watch();
  await record(["up", "degraded", "degraded", "degraded"]);
  expect(await told()).toEqual([]);
  await edit({ incidentFrom: "degraded" });
  await record(["degraded"]);
  expect(await incident()).toMatchObject({
    status: "degraded",
    startedAt: new Date(START + 60_003),
    openedAt: new Date(START + 240_003),
  });
});

describe.each([
  ["smtp", "auth", { code: 535, enhanced: "5.7.8", lines: ["5.7.8 Authentication failed"] }, { code: 454, enhanced: null }],
  ["imap", "login", { code: "NO", enhanced: null, lines: ["Login failed"] }, { code: "NO", enhanced: "UNAVAILABLE" }],
  ["pop3", "login", { code: "-ERR", enhanced: "AUTH", lines: ["[AUTH] no"] }, { code: "-ERR", enhanced: "SYS/TEMP" }],
] as const)("a login refused over %s", (kind, stage, answer, passing) => {
  const login = { mechanism: "best", username: "ada" } as const;
  const reply = { ...answer, lines: [...answer.lines] };
  const refused: Reason = { code: `${stage}.reply`, stage, reply, detail: null };
  const stopped: Reason = { code: `${stage}.stopped`, stage, reply: null, detail: null };
  beforeEach(() => watch({}, { kind, tls: "implicit", login }));

  test("is not tried again until the monitor is edited", async () => {
    await record(["up"]);
    expect(await isStopped()).toBe(false);
    await record(["down"], refused);
    expect(await isStopped()).toBe(true);
    await record(["down", "up"], stopped);
    expect(await isStopped()).toBe(true);
    await edit();
    expect(await isStopped()).toBe(false);
  });

  test("or until somebody wants it to be", async () => {
    await record(["down"], refused);
    expect(await retryLogin(team.id, monitor.id)).toBe("requested");
    expect(await isStopped()).toBe(false);
    await record(["down"], refused);
    expect(await isStopped()).toBe(true);
  });

  test("for the moment only is tried again", async () => {
    await record(["down"], { ...refused, reply: { ...reply, ...passing } });
    expect(await isStopped()).toBe(false);
  });

  test("is confirmed by the checks that do not try it, and the incident shows the refusal", async () => {
    await record(["up"]);
    await record(["down"], refused);
    await record(["down", "down", "down"], stopped);
    const { reason, slotAt, events } = await incident();
    expect({ reason, slotAt }).toEqual({ reason: refused, slotAt: new Date(START + 60_000) });
    expect(events.map(({ kind }) => kind)).toEqual(["first_failure", "confirmed", "opened"]);
    expect(await health()).toMatchObject({ reason: stopped.code, lastReplyCode: null });
    expect((await prisma.delivery.findFirstOrThrow({ where: { monitorId: monitor.id } })).message).toMatchObject({
      reason: refused,
    });
  });
});

describe("STARTTLS", () => {
  beforeEach(() => watch());

  test("that was offered once is remembered, also by a check that went wrong, until the monitor is edited", async () => {
    await record(["up"], undefined, { stages: asked(null).slice(0, 1) });
    expect(await isRemembered()).toBe(false);
    await record(["down"], undefined, { stages: asked(454) });
    expect(await isRemembered()).toBe(true);
    await record(["degraded", "unknown"], undefined, { stages: asked(null) });
    expect(await isRemembered()).toBe(true);
    await edit();
    expect(await isRemembered()).toBe(false);
  });
});

describe("a server that greylists", () => {
  const reply = { code: 450, enhanced: "4.7.1", lines: ["4.7.1 Greylisted, try again in 300 seconds"] };
  const greylisted: Reason = { code: "rcpt.greylisted", stage: "rcpt", reply, detail: null };
  const retryAt = START + 360_000;
  beforeEach(() => watch());

  test("is looked at again at its time, is never down, and is up when it takes the recipient then", async () => {
    await record(["up"]);
    const [first] = await record(["degraded"], greylisted, { retryAt });
    expect(first!.confirmations).toMatchObject([{ kind: "again", monitorId: monitor.id, revision: 1, slotAt: retryAt }]);
    expect(await readMonitor(team.id, monitor.id)).toMatchObject({ status: "up", retryAt: new Date(retryAt) });
    const later = await record(["degraded", "degraded", "degraded"], greylisted, { retryAt: retryAt + 300_000 });
    expect(later.map(({ confirmations }) => confirmations[0]!.slotAt)).toEqual([retryAt, retryAt, retryAt]);
    slotS = 360;
    await record(["up"]);
    expect(await health()).toMatchObject({ status: "up", contraryCount: 0, retryAt: null });
    expect(await prisma.transition.count({ where: { monitorId: monitor.id } })).toBe(1);
    expect(await told()).toEqual([]);
  });

  test("after an edit does not have to be waited for", async () => {
    await record(["up"]);
    await record(["degraded"], greylisted, { retryAt });
    await edit();
    await record(["degraded", "degraded"], greylisted, { retryAt: retryAt + 300_000 });
    expect(await health()).toMatchObject({ contraryCount: 1, retryAt: new Date(retryAt + 300_000) });
  });
});

test("a server that is slow and silent in turns is degraded, and soon down when it is silent only", async () => {
  await watch();
  await record(["up", "degraded", "down", "degraded"]);
  expect(await health()).toMatchObject({ status: "degraded", since: new Date(START + 60_003) });
  await record(["down", "down", "down"]);
  expect(await health()).toMatchObject({ status: "down" });
  expect(await incident()).toMatchObject({ startedAt: new Date(START + 240_003) });
});

test("while a monitor stays degraded for the same reason its dialogue is kept once an hour", async () => {
  await watch();
  await record(["up", "degraded", "degraded", "degraded"]);
  await record(Array.from({ length: 60 }, () => "degraded" as const));
  const kept = await prisma.transcript.findMany({ where: { monitorId: monitor.id }, orderBy: { slotAt: "asc" } });
  expect(kept.map(({ slotAt }) => (slotAt.getTime() - START) / 60_000)).toEqual([0, 1, 2, 3, 60]);
  await record(["degraded"], { code: "ehlo.slow", stage: "ehlo", reply: null, detail: null });
  expect(await prisma.transcript.count({ where: { monitorId: monitor.id } })).toBe(6);
});
