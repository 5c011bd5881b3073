import { beforeAll, expect, test } from "vitest";
import { LATENCY_BUCKET_MS, latencyBuckets, type LatencyMeasure } from "#core/latency/latency.ts";
import type { TimeWindow } from "#core/time/time-window.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { pool } from "../pool.ts";
import { packTallies } from "../rollup/pack-tallies.ts";
import { tallyTimings } from "../rollup/tally-timings.ts";
import { latencySeries } from "./latency-series.ts";
import { latestChecks } from "./latest-checks.ts";
import { latestContraryChecks } from "./latest-contrary-checks.ts";
import { BETWEEN_CHECKS, packTimings } from "./pack-timings.ts";
import { readCheck } from "./read-check.ts";

const NOW = Date.parse("2026-05-05T10:20:30Z");
const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(NOW - minutes * MINUTE_MS);
let team: Team;
let monitor: Monitor;

beforeAll(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team);
  await pool.query("create table result_rest partition of result default");
  const result = (minutes: number, status: "up" | "down", timings: Buffer) =>
    prisma.result.create({
      data: {
        slotAt: at(minutes),
        monitorId: monitor.id,
        status,
        locationId: 1,
        lateMs: 3,
        timings: new Uint8Array(timings),
        replyCode: status === "down" ? 554 : 220,
      },
    });
  await result(
    2,
    "up",
    packTimings([
      { stage: "connect", ms: 10 },
      { stage: "ehlo", ms: 30 },
    ]),
  );
  await result(
    2 + 10 / 60,
    "up",
    packTimings([
      { stage: "connect", ms: 20 },
      { stage: "ehlo", ms: 50 },
      { stage: "tls", ms: 7 },
    ]),
  );
  await result(30, "down", packTimings([{ stage: "connect", ms: 40 }]));
  await prisma.transcript.create({
    data: { monitorId: monitor.id, slotAt: at(30), locationId: 1, status: "down", stages: [], facts: {}, warnings: [], lines: [] },
  });
  await prisma.health.update({ where: { monitorId: monitor.id }, data: { lastSlotAt: at(2) } });
  const counts = { monitorId: monitor.id, up: 2, degraded: 0, down: 0, unknown: 0 };
  await prisma.rollupHour.create({
    data: { ...counts, hourAt: new Date("2026-05-04T03:00:00Z"), tallies: tallies([4], [20, 40]) },
  });
  await prisma.rollupDay.create({ data: { ...counts, dayAt: new Date("2026-04-01T00:00:00Z"), tallies: tallies([2, 2, 8]) } });
});

/** The rollup of dialogues that took so long at DNS and at connecting. */
function tallies(dns: number[], connect: number[] = []): Uint8Array<ArrayBuffer> {
  const checks = Array.from({ length: Math.max(dns.length, connect.length) }, (_, index) => [
    ...(dns[index] === undefined ? [] : [{ stage: "dns" as const, ms: dns[index] }]),
    ...(connect[index] === undefined ? [] : [{ stage: "connect" as const, ms: connect[index] }]),
  ]);
  const joined = checks.flatMap((timings, index) => [...(index > 0 ? [BETWEEN_CHECKS] : []), ...packTimings(timings)]);
  return new Uint8Array(packTallies(tallyTimings(Uint8Array.from(joined))));
}

const filled = async (window: TimeWindow, measure: LatencyMeasure = "mean") =>
  latencyBuckets(await latencySeries(team.id, monitor.id, window, NOW), window, NOW, measure).filter(
    (bucket) => bucket.stages.length > 0,
  );

test("checks of one minute make one bucket, each stage the mean of the checks that came through it", async () => {
  expect(await filled("1h")).toMatchObject([
    { stages: [{ stage: "connect", ms: 40 }] },
    {
      from: Math.floor((NOW - 2 * MINUTE_MS) / MINUTE_MS) * MINUTE_MS,
      totalMs: 62,
      stages: [
        { stage: "connect", ms: 15 },
        { stage: "ehlo", ms: 40 },
        { stage: "tls", ms: 7 },
      ],
    },
  ]);
});

const LAST = [{ stage: "connect", ms: 70 / 3 }, { stage: "ehlo", ms: 40 }, { stage: "tls", ms: 7 }]; // prettier-ignore

test("thirty days come from the hours and ninety from the days, and the last hours from the checks", async () => {
  expect(await filled("30d")).toMatchObject([
    {
      from: Date.parse("2026-05-04T00:00:00Z"),
      stages: [
        { stage: "dns", ms: 4 },
        { stage: "connect", ms: 30 },
      ],
    },
    { from: Date.parse("2026-05-05T06:00:00Z"), stages: LAST },
  ]);
  expect(await filled("90d")).toMatchObject([
    { from: Date.parse("2026-04-01T00:00:00Z"), to: Date.parse("2026-04-01T00:00:00Z") + LATENCY_BUCKET_MS["90d"], totalMs: 4 },
    { from: Date.parse("2026-05-04T00:00:00Z"), totalMs: 34 },
    { from: Date.parse("2026-05-05T00:00:00Z"), stages: LAST },
  ]);
});

test("a percentile is read from the same", async () => {
  expect((await filled("90d", "p99")).map(({ totalMs }) => Math.round(totalMs))).toEqual([8, 41, 78]);
  expect((await filled("24h", "p50")).map(({ totalMs }) => Math.round(totalMs))).toEqual([41, 41]);
});

test("the latest checks come newest first, those that were not up by themselves, and one by its name", async () => {
  const checks = await latestChecks(team.id, monitor.id, 2);
  expect(checks.map((check) => check.slotAt.getTime())).toEqual([NOW - 2 * MINUTE_MS, NOW - 2 * MINUTE_MS - 10_000]);
  expect(checks[0]).toMatchObject({
    status: "up",
    lateMs: 3,
    hasTranscript: false,
    timings: [
      { stage: "connect", ms: 10 },
      { stage: "ehlo", ms: 30 },
    ],
  });
  const [failed] = await latestContraryChecks(team.id, monitor.id, 5);
  expect(failed).toMatchObject({ status: "down", replyCode: 554, hasTranscript: true });
  expect(await readCheck(team.id, monitor.id, { slotAt: failed!.slotAt.getTime(), locationId: 1 })).toEqual(failed);
  expect(await readCheck(team.id, monitor.id, { slotAt: NOW, locationId: 1 })).toBeNull();
});

test("another team sees nothing of it", async () => {
  const { id } = await makeTeam();
  const slotAt = NOW - 2 * MINUTE_MS;
  expect(await latencySeries(id, monitor.id, "1h", NOW)).toEqual([]);
  expect(await latestChecks(id, monitor.id, 5)).toEqual([]);
  expect(await latestContraryChecks(id, monitor.id, 5)).toEqual([]);
  expect(await readCheck(id, monitor.id, { slotAt, locationId: 1 })).toBeNull();
});
