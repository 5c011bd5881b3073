import { afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeChannel, makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { playDns, type PlayedDns } from "#testing/server/play-dns.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const HERE = "127.0.0.1";
/** Nobody listens there. */
const ELSEWHERE = "127.0.0.2";

let server: PlayedServer;
let resolvers: PlayedDns[];
let workers: SpawnedWorker[];
let monitor: Monitor;
/** What each location's resolver says of the server. */
let seenAt: Record<"ams" | "fra", string>;

beforeEach(async () => {
  await prisma.location.deleteMany();
  await prisma.schedule.update({ where: { id: 1 }, data: { cursorAt: null } });
  seenAt = { ams: HERE, fra: HERE };
  server = await play(good);
  resolvers = await Promise.all(
    (["ams", "fra"] as const).map((place) => playDns((_, family) => (family === "A" ? [seenAt[place]] : []))),
  );
  const team = await makeTeam();
  const target = { host: "mx.example", port: server.port, ehloName: "probe.example" };
  monitor = await makeMonitor(team, { target, channels: [await makeChannel(team)], policy: { intervalS: 10, confirmations: 1 } });
  workers = await Promise.all(
    ["ams", "fra"].map((place, at) =>
      spawnWorker({ LOCATION: place, DNS_SERVERS: resolvers[at]!.address, SELF_TEST_SERVERS: "off" }),
    ),
  );
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
  await Promise.all([server.close(), ...resolvers.map((resolver) => resolver.close())]);
});

const health = () => prisma.health.findUniqueOrThrow({ where: { monitorId: monitor.id } });
const results = () =>
  prisma.result.findMany({ where: { monitorId: monitor.id }, orderBy: [{ slotAt: "asc" }, { locationId: "asc" }] });
const incidents = () =>
  prisma.incident.findMany({ where: { monitorId: monitor.id }, include: { events: { orderBy: { id: "asc" } } } });

test("what only one of two locations sees is no alarm, and what both see is one at once", { timeout: 180_000 }, async () => {
  const [ams, fra] = await Promise.all(
    ["ams", "fra"].map(async (name) => (await prisma.location.findUniqueOrThrow({ where: { name } })).id),
  );
  await untilSo(results, (rows) => [ams, fra].every((place) => rows.some(({ locationId }) => locationId === place)), 60_000);
  expect((await health()).status).toBe("up");

  seenAt.fra = ELSEWHERE; // its resolver lies
  const dissents = await untilSo(
    () => prisma.dissent.findMany({ where: { monitorId: monitor.id } }),
    ({ length }) => length >= 2,
    60_000,
  );
  expect(dissents.every(({ locationId }) => locationId === fra)).toBe(true);
  const { slotAt } = dissents[0]!;
  const rows = await results();
  const atThatSlot = rows.filter((row) => row.slotAt.getTime() === slotAt.getTime());
  expect(Object.fromEntries(atThatSlot.map(({ locationId, status }) => [locationId, status]))).toEqual({
    [ams!]: "up",
    [fra!]: "down",
  });
  expect((await health()).status).toBe("up");
  expect(await incidents()).toEqual([]);

  seenAt.ams = ELSEWHERE; // as if it were down
  const [incident] = await untilSo(incidents, ({ length }) => length > 0, 30_000);
  const tookMs = incident!.openedAt.getTime() - incident!.startedAt.getTime();
  printFigure("Down from both of two locations, confirmed after the first failure", `${tookMs} ms`);
  expect(incident!.events.map(({ kind }) => kind).slice(0, 3)).toEqual(["first_failure", "confirmed", "opened"]);
  const [first, confirmed] = incident!.events.map(({ detail }) => (detail as { location: string }).location);
  expect(new Set([first, confirmed])).toEqual(new Set(["ams", "fra"]));

  seenAt = { ams: HERE, fra: HERE };
  await untilSo(incidents, ([each]) => each!.resolvedAt !== null, 30_000);
  expect((await health()).status).toBe("up");
  expect(await prisma.incident.count({ where: { monitorId: monitor.id } })).toBe(1);
});
