import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Status } from "#core/check/status.ts";
import type { Votes } from "#core/judging/vote.ts";
import { prisma } from "#db/client.ts";
import { listIncidentEvents } from "#db/incident/list-incident-events.ts";
import { pauseMonitor } from "#db/monitor/pause-monitor.ts";
import { ensurePartitions } from "#db/partition/ensure-partitions.ts";
import { loadCheck } from "#db/schedule/load-check.ts";
import type { Channel, Monitor, Team } from "#prisma/generated/client.ts";
import { makeCheck } from "#testing/checks.ts";
import { forgetLocations, makeLocations } from "#testing/locations.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { recordResults } from "./record-results.ts";

const START = Math.ceil(Date.now() / 60_000) * 60_000 + 60_000; // after the monitors were made

/** Two checks that agree are enough: one vote decides. */
const policy = { confirmations: 1 };

let team: Team;
let channels: Channel[];
let monitor: Monitor;
let places: Record<"ams" | "fra" | "nyc", number>;

beforeAll(() => ensurePartitions(START));
beforeEach(async () => {
  const [ams, fra, nyc] = await makeLocations("ams", "fra", "nyc");
  places = { ams, fra, nyc };
  team = await makeTeam();
  channels = [await makeChannel(team), await makeChannel(team)];
  monitor = await makeMonitor(team, { channels, policy });
  await seen("ams", "up", 0);
});
afterEach(forgetLocations);

const checkFrom = async (place: keyof typeof places, status: Status, minute: number, lateMs = 3, of = monitor) => ({
  ...(await makeCheck(of, status, START + minute * 60_000, lateMs)),
  locationId: places[place],
});
const seen = async (...check: Parameters<typeof checkFrom>) => recordResults([await checkFrom(...check)]);
const health = () => prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });
const told = async () => (await prisma.delivery.findMany({ where: { monitorId: monitor.id } })).map(({ kind }) => kind);

test("the others are asked at once, each at its own queue, at the slot of the contrary result", async () => {
  const { confirmations } = await seen("fra", "down", 1);
  const vote = { kind: "vote", monitorId: monitor.id, revision: 1, slotAt: START + 60_000 };
  expect(confirmations).toEqual([
    { ...vote, locationId: places.nyc },
    { ...vote, locationId: places.ams },
  ]);
  expect((await loadCheck(monitor.id))!.votes!.says.map(({ said }) => said?.status ?? null)).toEqual(["down", null, null]);
});

test("confirmed from another location it is an incident, and its timeline says from where", async () => {
  await seen("fra", "down", 1);
  await seen("nyc", "down", 1, 400);
  const incident = await prisma.incident.findFirstOrThrow({ where: { monitorId: monitor.id } });
  expect(incident).toMatchObject({ startedAt: new Date(START + 60_003), openedAt: new Date(START + 60_400) });
  const events = (await listIncidentEvents(team.id, incident.id)).map(({ event }) => event);
  expect(events).toMatchObject([
    { kind: "first_failure", location: "fra" },
    { kind: "confirmed", location: "nyc" },
    { kind: "opened" },
  ]);
  expect(await told()).toEqual(["incident_opened", "incident_opened"]);
  expect(await health()).toMatchObject({ status: "down", votes: null, contraryStatus: null });
});

test("and from none it is nothing, and the location that stood alone is noted", async () => {
  await seen("fra", "down", 1);
  await seen("nyc", "up", 1, 300);
  await seen("ams", "up", 1, 400);
  expect(await health()).toMatchObject({ status: "up", contraryStatus: null, votes: null });
  expect(await told()).toEqual([]);
  expect(await prisma.dissent.findMany({ where: { monitorId: monitor.id } })).toEqual([
    { monitorId: monitor.id, slotAt: new Date(START + 60_000), locationId: places.fra, isOutvoted: true },
  ]);
});

test("all votes in one batch are judged like one after the other", async () => {
  await recordResults(
    await Promise.all([checkFrom("fra", "down", 1), checkFrom("nyc", "down", 1, 300), checkFrom("ams", "up", 1, 200)]),
  );
  expect(await health()).toMatchObject({ status: "up" }); // ams comes first at this slot, and says that all is well
  const { confirmations } = await recordResults(await Promise.all([checkFrom("ams", "down", 2), checkFrom("fra", "down", 2, 300)]));
  expect(await health()).toMatchObject({ status: "down" });
  expect(confirmations).toEqual([]);
});

test("a location that is cut off, or whose workers are silent, is not asked", async () => {
  await prisma.monitor.update({ where: { id: monitor.id }, data: { confirmations: 2 } });
  await prisma.location.update({ where: { id: places.ams }, data: { cutOffSince: new Date() } });
  expect((await seen("fra", "down", 1)).confirmations.map(({ locationId }) => locationId)).toEqual([places.nyc]);
  await prisma.worker.updateMany({ where: { locationId: places.nyc }, data: { beatAt: new Date(Date.now() - 31_000) } });
  const { confirmations } = await seen("fra", "down", 3);
  expect(confirmations).toMatchObject([{ kind: "again", locationId: places.fra }]);
});

test("only the locations a monitor is checked from are asked", async () => {
  await prisma.monitorLocation.createMany({
    data: [places.fra, places.ams].map((locationId) => ({ monitorId: monitor.id, locationId })),
  });
  expect((await seen("fra", "down", 1)).confirmations.map(({ locationId }) => locationId)).toEqual([places.ams]);
});

test("a pause forgets the vote", async () => {
  await seen("fra", "down", 1);
  await pauseMonitor(team.id, monitor.id, "ann@example.org");
  expect(await health()).toMatchObject({ status: "paused", votes: null, flappingSince: null, turnedAt: [] });
});

describe("recorded by many at once", () => {
  test("the same result, a hundred times by two recorders, is one incident and one alert", async () => {
    channels = [await makeChannel(team)];
    monitor = await makeMonitor(team, { channels, policy });
    await seen("ams", "up", 0);
    await seen("fra", "down", 1);
    const deciding = await checkFrom("nyc", "down", 1, 400);
    await Promise.all(Array.from({ length: 100 }, () => recordResults([deciding])));
    const incidents = await prisma.incident.count({ where: { monitorId: monitor.id } });
    const alerts = await prisma.delivery.count({ where: { monitorId: monitor.id } });
    printFigure("C12, the same result 100 times in parallel", `${incidents} incident, ${alerts} alert`);
    expect([incidents, alerts]).toEqual([1, 1]);
  });

  test("the answers of all locations at the same time come to one incident, whoever is first", async () => {
    const monitors = await Promise.all(
      Array.from({ length: 20 }, () => makeMonitor(team, { channels: channels.slice(0, 1), policy })),
    );
    for (const each of monitors) await seen("ams", "up", 0, 3, each);
    for (const each of monitors) await seen("fra", "down", 1, 3, each);
    await Promise.all(
      monitors.flatMap((each) => [
        seen("nyc", "down", 1, 300, each),
        seen("ams", "down", 1, 301, each),
        seen("nyc", "down", 1, 300, each),
      ]),
    );
    const where = { monitorId: { in: monitors.map(({ id }) => id) } };
    expect(await prisma.incident.count({ where })).toBe(20);
    expect(await prisma.delivery.count({ where })).toBe(20);
    expect(await prisma.transition.count({ where: { ...where, to: "down" } })).toBe(20);
  });
});

test("votes are stored as core says them", async () => {
  await seen("fra", "down", 1);
  const votes = (await health()).votes as unknown as Votes;
  expect(votes).toMatchObject({ slotAt: START + 60_000, askedAt: START + 60_003 });
});
