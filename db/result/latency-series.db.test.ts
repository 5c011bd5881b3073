import { beforeAll, expect, test } from "vitest";
import { LATENCY_BUCKET_MS, latencyBuckets } from "#core/latency.ts";
import type { Monitor, Team } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { pool } from "../pool.ts";
import { latencySeries } from "./latency-series.ts";
import { latestChecks } from "./latest-checks.ts";
import { latestContraryChecks } from "./latest-contrary-checks.ts";
import { readCheck } from "./read-check.ts";
import { encodeTimings } from "./timing-positions.ts";

const NOW = Date.parse("2026-05-05T10:20:30Z");
const MINUTE_MS = 60_000;
const at = (minutes: number) => new Date(NOW - minutes * MINUTE_MS);
let team: Team;
let monitor: Monitor;

beforeAll(async () => {
  team = await makeTeam();
  monitor = await makeMonitor(team);
  await pool.query("create table result_rest partition of result default");
  const result = (minutes: number, status: "up" | "down", timings: number[]) =>
    prisma.result.create({
      data: {
        slotAt: at(minutes),
        monitorId: monitor.id,
        status,
        locationId: 1,
        lateMs: 3,
        timings,
        replyCode: status === "down" ? 554 : 220,
      },
    });
  await result(
    2,
    "up",
    encodeTimings([
      { stage: "connect", ms: 10 },
      { stage: "ehlo", ms: 30 },
    ]),
  );
  await result(
    2 + 10 / 60,
    "up",
    encodeTimings([
      { stage: "connect", ms: 20 },
      { stage: "ehlo", ms: 50 },
      { stage: "tls", ms: 7 },
    ]),
  );
  await result(30, "down", encodeTimings([{ stage: "connect", ms: 40 }]));
  await prisma.transcript.create({
    data: { monitorId: monitor.id, slotAt: at(30), locationId: 1, status: "down", stages: [], facts: {}, warnings: [], lines: [] },
  });
  const counts = { up: 2, degraded: 0, down: 0, unknown: 0 };
  await prisma.rollupHour.create({
    data: { monitorId: monitor.id, hourAt: new Date("2026-05-04T03:00:00Z"), ...counts, stageSumMs: [4, 20], stageCounts: [2, 1] },
  });
  await prisma.rollupDay.create({
    data: { monitorId: monitor.id, dayAt: new Date("2026-04-01T00:00:00Z"), ...counts, stageSumMs: [6n], stageCounts: [3] },
  });
});

const filled = async (window: "1h" | "24h" | "30d" | "90d") =>
  latencyBuckets(await latencySeries(team.id, monitor.id, window, NOW), window, NOW).filter((bucket) => bucket.stages.length > 0);

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

test("thirty days come from the hours and ninety from the days", async () => {
  expect(await filled("30d")).toMatchObject([
    {
      from: Date.parse("2026-05-04T00:00:00Z"),
      stages: [
        { stage: "dns", ms: 2 },
        { stage: "connect", ms: 20 },
      ],
    },
  ]);
  expect(await filled("90d")).toMatchObject([
    { from: Date.parse("2026-04-01T00:00:00Z"), to: Date.parse("2026-04-01T00:00:00Z") + LATENCY_BUCKET_MS["90d"], totalMs: 2 },
  ]);
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
