import { beforeAll, expect, test } from "vitest";
import type { HealthStatus } from "#core/check/status.ts";
import type { Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { countMonitors } from "./count-monitors.ts";
import { listMonitors, type MonitorFilter } from "./list-monitors.ts";
import { readMonitor } from "./read-monitor.ts";

const NOW = Date.now();
const ago = (seconds: number) => new Date(NOW - seconds * 1_000);
const ALL: MonitorFilter = { status: null, kind: null, tag: null, text: "", limit: 100, offset: 0 };
let team: Team;

async function make(name: string, status: HealthStatus, sinceS: number, lastS = 20, host = "mx.example.com") {
  const { id } = await makeMonitor(team, { name, target: { host } });
  await prisma.health.update({ where: { monitorId: id }, data: { status, since: ago(sinceS), lastSlotAt: ago(lastS) } });
  return id;
}
const names = async (filter: Partial<MonitorFilter>) =>
  (await listMonitors(team.id, { ...ALL, ...filter })).monitors.map((monitor) => monitor.name);

beforeAll(async () => {
  team = await makeTeam();
  await make("Beta", "up", 500);
  const alpha = await make("alpha", "up", 900, 20, "relay.example.net");
  await prisma.monitor.update({ where: { id: alpha }, data: { kind: "imap" } });
  await make("Paused", "paused", 500);
  await make("Slow", "degraded", 500);
  await make("Long down", "down", 5_000);
  await make("Just down", "down", 50);
  await make("100% sure_", "unknown", 50);
  await make("Silent", "up", 5_000, 151);
  await makeMonitor(await makeTeam(), { name: "A stranger's" });
});

test("what needs a person comes first, the newest outage on top, the rest by name", async () => {
  expect(await names({})).toEqual(["Just down", "Long down", "Slow", "100% sure_", "Silent", "alpha", "Beta", "Paused"]);
});

test("a monitor nobody has checked for two intervals and 30 s is shown as unknown since the first check that did not come", async () => {
  const silent = (await listMonitors(team.id, { ...ALL, text: "silent" })).monitors[0]!;
  expect(silent).toMatchObject({ status: "unknown", reason: "check.missed", since: ago(91) });
  expect(await readMonitor(team.id, silent.monitorId)).toMatchObject({ status: "unknown", reason: "check.missed" });
});

test("a filter takes a status, a text in name or host, or both, and a text is never a pattern", async () => {
  expect(await names({ status: "unknown" })).toEqual(["100% sure_", "Silent"]);
  expect(await names({ text: "RELAY.example" })).toEqual(["alpha"]);
  expect(await names({ text: "down", status: "up" })).toEqual([]);
  expect(await names({ text: "100% sure_" })).toEqual(["100% sure_"]);
  expect(await names({ text: "%" })).toEqual(["100% sure_"]);
  expect(await names({ text: "_" })).toEqual(["100% sure_"]);
});

test("a filter takes a kind, and another one with it", async () => {
  expect(await names({ kind: "imap" })).toEqual(["alpha"]);
  expect(await names({ kind: "imap", status: "down" })).toEqual([]);
  expect(await names({ kind: "pop3" })).toEqual([]);
});

test("a piece of the list comes with the size of the whole", async () => {
  const { monitors, total } = await listMonitors(team.id, { ...ALL, limit: 2, offset: 2 });
  expect(monitors.map((monitor) => monitor.name)).toEqual(["Slow", "100% sure_"]);
  expect(total).toBe(8);
});

test("the counts say what the list shows, and since when the longest outage lasts", async () => {
  const { counts, kinds, downSince } = await countMonitors(team.id);
  expect(kinds).toEqual({ smtp: 7, imap: 1, pop3: 0, mailflow: 0, domain: 0, blocklist: 0 });
  expect(counts).toEqual({ up: 2, degraded: 1, down: 2, unknown: 2, paused: 1, maintenance: 0 });
  expect(downSince).toEqual(ago(5_000));
});

test("another team's monitor is as good as none", async () => {
  const [mine] = (await listMonitors(team.id, ALL)).monitors;
  const stranger = await makeTeam();
  expect(await readMonitor(stranger.id, mine!.monitorId)).toBeNull();
  expect(await listMonitors(stranger.id, ALL)).toEqual({ monitors: [], total: 0 });
});
