import { afterEach, beforeEach, expect, test } from "vitest";
import { prisma } from "#db/client.ts";
import { notify } from "#db/notify.ts";
import type { Monitor } from "#prisma/generated/client.ts";
import { makeMonitor, makeTeam } from "#testing/makers.ts";
import { mailThen } from "#testing/server/dialogues/mail-then.ts";
import { takenBack } from "#testing/server/dialogues/taken-back.ts";
import { play, type PlayedServer } from "#testing/server/play.ts";
import { expect as hear, send } from "#testing/server/steps.ts";
import { spawnWorker, type SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";

const WAIT_S = 12;

let server: PlayedServer;
let worker: SpawnedWorker;
let monitor: Monitor;

beforeEach(async () => {
  const askedAt: number[] = [];
  server = await play([
    ...mailThen(send("250 2.1.0 ok\r\n")),
    hear(/^RCPT TO:<postmaster@example\.org>$/),
    (player) => {
      askedAt.push(Date.now());
      const isEarly = Date.now() < askedAt[0]! + WAIT_S * 1000;
      player.send(isEarly ? `450 4.7.1 Greylisted, try again in ${WAIT_S} seconds\r\n` : "250 2.1.5 ok\r\n");
    },
    ...takenBack,
  ]);
  const envelope = { from: "", accepted: "postmaster@example.org" };
  const target = { host: "127.0.0.1", port: server.port, until: "accept", envelope } as const;
  monitor = await makeMonitor(await makeTeam(), { target, policy: { intervalS: 86_400, confirmations: 0 } });
  worker = await spawnWorker();
});
afterEach(async () => {
  await worker.end("SIGKILL");
  await server.close();
});

test("a server that greylists is asked again at its very second, long before the next slot", { timeout: 60_000 }, async () => {
  const { id: monitorId } = monitor;
  const request = await prisma.checkRequest.create({ data: { monitorId } });
  await notify("check_requested", String(request.id));
  const rows = await untilSo(
    () => prisma.result.findMany({ where: { monitorId }, orderBy: { slotAt: "asc" } }),
    ({ length }) => length >= 2,
    45_000,
  );
  expect(rows).toMatchObject([
    { status: "degraded", reason: "rcpt.greylisted", replyCode: 450 },
    { status: "up", reason: null },
  ]);
  const waitedS = (rows[1]!.slotAt.getTime() - rows[0]!.slotAt.getTime()) / 1000;
  expect(waitedS).toBeGreaterThanOrEqual(WAIT_S);
  expect(waitedS).toBeLessThanOrEqual(WAIT_S + 3);
  expect(rows[1]!.lateMs).toBeLessThan(1_000);
  expect(await prisma.incident.count({ where: { monitorId } })).toBe(0);
});
