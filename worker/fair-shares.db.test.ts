import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { phaseOf } from "#core/schedule/schedule.ts";
import { prisma } from "#db/client.ts";
import { pool } from "#db/pool.ts";
import { listWorkers } from "#db/system/list-workers.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { jainIndex } from "#testing/jain-index.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { greetingSilent } from "#testing/server/dialogues/greeting-silent.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const PLACES = 40;
const SLOW = 80;
const TEAMS = 10;
const MONITORS_A_TEAM = 5;
const INTERVAL_S = 10;
const MEASURED_S = 20;
const MISSED = 4; // its place in `ended` of a worker

let servers: PlayedServer[] = [];
let worker: SpawnedWorker;

afterEach(async () => {
  await worker.end("SIGKILL");
  await Promise.all(servers.map((server) => server.close()));
});

test(
  "one team's silent servers fill their team's share, and everybody else's checks start on time",
  { timeout: 120_000 },
  async () => {
    const silent = await play(greetingSilent, { host: "0.0.0.0" });
    const plain = await play(good, { host: "0.0.0.0" });
    servers = [silent, plain];
    const greedy = await makeTeam();
    for (let n = 1; n <= SLOW; n++) {
      const target = { host: `127.1.0.${n}`, port: silent.port, ehloName: "probe.example" };
      await makeMonitor(greedy, { target, policy: { intervalS: INTERVAL_S, timeLimitS: 30 } });
    }
    const others: Monitor[][] = [];
    for (let team = 1; team <= TEAMS; team++) {
      const owner = await makeTeam();
      const target = (n: number) => ({ host: `127.2.${team}.${n}`, port: plain.port, ehloName: "probe.example" });
      const monitors = Array.from({ length: MONITORS_A_TEAM }, (_, n) =>
        makeMonitor(owner, { target: target(n + 1), policy: { intervalS: INTERVAL_S } }),
      );
      others.push(await Promise.all(monitors));
    }

    worker = await spawnWorker({ CHECKS_AT_ONCE: String(PLACES) });
    const share = Math.ceil((3 * PLACES) / 4);
    await untilSo(
      () => silent.connected(),
      (count) => count >= share,
      45_000,
    );
    const from = Math.ceil(Date.now() / 1000);
    await sleep((MEASURED_S + 3) * 1000);
    expect(silent.connected()).toBeLessThanOrEqual(share);

    const { rows } = await pool.query<{ monitorId: number; lateMs: number }>(
      `select monitor_id as "monitorId", late_ms as "lateMs" from result
       where monitor_id = any($1) and slot_at >= to_timestamp($2) and slot_at < to_timestamp($3)`,
      [others.flat().map(({ id }) => id), from, from + MEASURED_S],
    );
    const ran = others.map((monitors) => rows.filter(({ monitorId }) => monitors.some(({ id }) => id === monitorId)).length);
    const due = others.map((monitors) => monitors.reduce((total, { id }) => total + slotsOf(id, from, from + MEASURED_S), 0));
    const index = jainIndex(ran.map((count, team) => count / due[team]!));
    const lateMs = rows.map((row) => row.lateMs).toSorted((a, b) => a - b);
    const p99 = lateMs[Math.ceil(lateMs.length * 0.99) - 1];
    const missed = (await listWorkers())[0]!.ended[MISSED]!;
    printFigure(
      "C08",
      `${TEAMS} teams beside one with ${SLOW} silent servers and ${PLACES} places: Jain index ${index.toFixed(3)}, p99 ${p99} ms late, ${missed} missed of the one`,
    );
    expect(ran).toEqual(due);
    expect(index).toBeGreaterThanOrEqual(0.95);
    expect(missed).toBeGreaterThan(0);
    await untilSo(
      () => prisma.window.aggregate({ _sum: { missed: true } }),
      ({ _sum }) => (_sum.missed ?? 0) > 0,
      30_000,
    );
  },
);

/** How many of a monitor's slots lie in [fromS, toS). */
function slotsOf(monitorId: number, fromS: number, toS: number): number {
  const isDue = (s: number) => s % INTERVAL_S === phaseOf(monitorId, INTERVAL_S);
  return Array.from({ length: toS - fromS }, (_, n) => fromS + n).filter(isDue).length;
}
