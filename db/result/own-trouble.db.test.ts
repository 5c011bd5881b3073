import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import { silenceLimitMs } from "#core/judging/gap.ts";
import { uptimeOf } from "#core/uptime/uptime.ts";
import { prisma } from "#db/client.ts";
import { judgeSilence } from "#db/health/judge-silence.ts";
import { readMonitor } from "#db/monitor/read-monitor.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { listTransitionsSince } from "#db/transition/list-transitions-since.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { forgetLocations, makeLocations } from "#testing/locations.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { recordResults } from "./record-results.ts";

const MINUTE_MS = 60_000;
/** Half an hour ago, so that what has not been seen since is really missing by now. */
const START = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 30 * MINUTE_MS;

let team: Team;
let monitor: Monitor;
let places: number[];

beforeAll(async () => {
  await ensurePartitions(START);
  await ensurePartitions(Date.now());
});
beforeEach(async () => {
  places = await makeLocations("ams", "fra", "nyc");
  team = await makeTeam();
  monitor = await makeMonitor(team, { channels: [await makeChannel(team)] });
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { since: new Date(START - MINUTE_MS) } });
});
afterEach(forgetLocations);

/** A check of the minute from the place whose turn it is, and the votes it asks for. `statusAt` says what each location sees. */
async function watch(minute: number, statusAt: (place: number) => Status): Promise<void> {
  const slotAt = START + minute * MINUTE_MS;
  const queue = [{ locationId: places[minute % places.length]!, slotAt }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { locationId } = next;
    const check = await makeCheck(monitor, statusAt(locationId), next.slotAt);
    const { confirmations } = await recordResults([{ ...check, locationId }]);
    queue.push(...confirmations.filter((look) => look.slotAt < slotAt + MINUTE_MS));
  }
}
const shown = async () => (await readMonitor(team.id, monitor.id))!;
const confirmed = () => prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });
const changes = () => prisma.transition.findMany({ where: { monitorId: monitor.id }, orderBy: { id: "asc" } });
const alerts = () => prisma.delivery.count({ where: { monitorId: monitor.id } });

test("the resolver of one location is down: the others decide", async () => {
  const [, fra] = places;
  const blind = (status: Status) => (place: number) => (place === fra ? "unknown" : status);
  for (let minute = 0; minute < 20; minute++) await watch(minute, blind("up"));
  const falseChanges = (await changes()).filter(({ to }) => to !== "up").length;
  printFigure("F11, a resolver down at one of three locations for 20 minutes", `${falseChanges} changes to down or unknown`);
  expect(falseChanges).toBe(0);
  for (let minute = 20; minute < 23; minute++) await watch(minute, blind("down"));
  expect((await confirmed()).status).toBe("down");
});

test("the network of all locations is dead: unknown, and nobody is told", async () => {
  await watch(0, () => "up");
  for (let minute = 1; minute < 20; minute++) await watch(minute, () => "unknown");
  printFigure("C06, our own network dead for 19 minutes", `${await alerts()} alerts, ${(await confirmed()).status}`);
  expect(await confirmed()).toMatchObject({ status: "unknown", reason: "dns.servfail" });
  expect(await alerts()).toBe(0);
  await watch(20, () => "up");
  expect((await changes()).map(({ to }) => to)).toEqual(["up", "unknown", "up"]);
});

test("no worker for twenty minutes: unknown since the first check that did not come, and a gap in the history", async () => {
  for (let minute = 0; minute < 5; minute++) await watch(minute, () => "up");
  const missedAt = START + 5 * MINUTE_MS;
  expect(await shown()).toMatchObject({ status: "unknown", reason: "check.missed", since: new Date(missedAt) });
  const limitMs = silenceLimitMs(60);
  await judgeSilence(START + 4 * MINUTE_MS + limitMs);
  expect((await changes()).map(({ to }) => to)).toEqual(["up"]);
  await judgeSilence(START + 4 * MINUTE_MS + limitMs + 1);
  printFigure("C05, no worker for 20 minutes", `unknown ${limitMs / 1000} s after the last check, ${await alerts()} alerts`);
  await watch(25, () => "up");
  const transitions = await changes();
  expect(transitions.map(({ to, reason }) => [to, reason])).toEqual([
    ["up", null],
    ["unknown", "check.missed"],
    ["up", null],
  ]);
  expect(await alerts()).toBe(0);
  const known = (await listTransitionsSince(team.id, [monitor.id], new Date(0))).get(monitor.id)!;
  const { ms } = uptimeOf(known, START, START + 26 * MINUTE_MS);
  expect(ms.down).toBe(0);
  expect(ms.unknown).toBe(20 * MINUTE_MS + 3 + 3); // and until the very first check began
});
