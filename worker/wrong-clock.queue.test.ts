import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { listWorkers } from "#db/system/list-workers.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const INTERVAL_S = 10;
const MONITORS = 5;
const STEP_MS = 5 * 60_000;
const PRELOAD = path.join(import.meta.dirname, "../testing/wrong-clock.mjs");

let servers: PlayedServer[] = [];
let worker: SpawnedWorker | null = null;

beforeEach(async () => {
  await prisma.team.deleteMany();
  const team = await makeTeam();
  servers = await Promise.all(Array.from({ length: MONITORS }, () => play(good)));
  for (const { port } of servers) {
    await makeMonitor(team, { target: { host: "127.0.0.1", port, ehloName: "probe.example" }, policy: { intervalS: INTERVAL_S } });
  }
});
afterEach(async () => {
  await worker?.end("SIGTERM");
  await Promise.all(servers.map((server) => server.close()));
});

const results = () => prisma.result.findMany({ orderBy: [{ monitorId: "asc" }, { slotAt: "asc" }] });
const runFor = async (slots: number) => {
  const before = (await results()).length;
  await untilSo(results, ({ length }) => length >= before + slots * MONITORS, (slots + 3) * INTERVAL_S * 1000);
};

test(
  "a worker whose clock is 10 s fast, steps 5 min ahead and 10 min back keeps its slots to the second",
  { timeout: 180_000 },
  async () => {
    const wrong = { WALL_AHEAD_MS: "10000", WALL_STEPS_MS: `${STEP_MS},${-2 * STEP_MS}`, NODE_OPTIONS: `--import ${PRELOAD}` };
    worker = await spawnWorker(wrong);
    await runFor(2);
    for (let step = 0; step < 2; step++) {
      worker.process.kill("SIGUSR2");
      await runFor(2);
    }
    const rows = await results();
    const wrongTime = rows.filter(({ slotAt }) => Math.abs(slotAt.getTime() - Date.now()) > STEP_MS / 2);
    const latest = Math.max(...rows.map(({ lateMs }) => lateMs));
    let lost = 0;
    for (const [n, { monitorId, slotAt }] of rows.entries()) {
      const before = rows[n - 1];
      if (before?.monitorId === monitorId) lost += (slotAt.getTime() - before.slotAt.getTime()) / (INTERVAL_S * 1000) - 1;
    }
    printFigure(
      "C09, a worker's clock is 10 s fast, steps 5 min ahead and 10 min back",
      `${rows.length} slots, ${lost} lost, at most ${latest} ms late`,
    );
    expect(wrongTime).toEqual([]);
    expect(lost).toBe(0);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(["up"]));
    expect(await prisma.transition.count()).toBe(MONITORS); // each became up, once
    expect(latest).toBeLessThan(5_000); // 10 s or 5 min where it went by its own clock

    await sleep(6_000); // a beat later
    const [shown] = await listWorkers();
    expect(Math.abs((shown?.skewMs ?? 0) - (10_000 - STEP_MS))).toBeLessThan(1_000);
  },
);
