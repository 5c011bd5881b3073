import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { addDeniedTarget } from "#db/denied-target/add-denied-target.ts";
import { deleteDeniedTarget } from "#db/denied-target/delete-denied-target.ts";
import { listDeniedTargets } from "#db/denied-target/list-denied-targets.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { printFigure } from "#testing/print-figure.ts";
import { good } from "#testing/server/dialogues/good.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const INTERVAL_S = 10;
const MOST_S = 60;
/** Checks that began before the worker heard of it may be connected still. */
const HEARD_WITHIN_MS = 1_000;

let server: PlayedServer;
let worker: SpawnedWorker;

beforeEach(async () => {
  server = await play(good);
  worker = await spawnWorker();
});
afterEach(async () => {
  await worker.end("SIGKILL");
  await server.close();
});

test("who wants to be left alone is, within a minute, by a worker that runs", { timeout: 180_000 }, async () => {
  const { id: monitorId } = await makeMonitor(await makeTeam(), {
    target: { host: "127.0.0.1", port: server.port },
    policy: { intervalS: INTERVAL_S, confirmations: 0 },
  });
  const latest = async () => prisma.result.findFirst({ where: { monitorId }, orderBy: { slotAt: "desc" } });
  await untilSo(latest, (result) => result?.status === "up", 60_000);

  const deniedAt = Date.now();
  await addDeniedTarget({ target: "127.0.0.0/8", note: "asked by mail" });
  await sleep(HEARD_WITHIN_MS);
  const connections = server.received().length;
  await untilSo(latest, (result) => result?.reason === "connect.blocked", MOST_S * 1000);
  const deniedS = (Date.now() - deniedAt) / 1000;
  expect(server.received()).toHaveLength(connections);

  const [denied] = await listDeniedTargets();
  const allowedAt = Date.now();
  await deleteDeniedTarget(denied!.deniedTargetId);
  await untilSo(latest, (result) => result?.status === "up", MOST_S * 1000);
  const allowedS = (Date.now() - allowedAt) / 1000;
  printFigure(
    "S15",
    `no connection later than 1 s after it was entered; the next check (one every ${INTERVAL_S} s) was refused after ${deniedS.toFixed(1)} s, and ` +
      `allowed again ${allowedS.toFixed(1)} s after it was taken out`,
  );
});
