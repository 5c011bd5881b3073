import { Queue } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { reportHealth, type HealthReport } from "#core/system/health-report.ts";
import { latePart } from "#core/system/path-test.ts";
import { databaseNow } from "#db/database-now.ts";
import { readPathTest } from "#db/path-test/read-path-test.ts";
import { pool } from "#db/pool.ts";
import { readLiveness } from "#db/worker/read-liveness.ts";
import { expect, send, type Dialogue } from "#testing/server/steps.ts";
import type { SpawnedWorker } from "#testing/spawn-worker.ts";
import { untilSo } from "#testing/until.ts";
import { readyBackend } from "#worker/ready-backend.ts";
import { inSeconds, none, told, within, type Figure } from "../figure.ts";
import { hold } from "../held-tables.ts";
import { startOutsideWatcher } from "../outside-watcher.ts";
import { EITHER_QUEUE, type Form, type Row } from "../row.ts";
import type { Scene } from "../scene.ts";
import type { Wire } from "../wire.ts";

/** The outside watcher alarms after two and a half intervals of silence. */
const BEATS: Record<Form, { everyS: number; silentMs: number; foundWithinMs: number }> = {
  short: { everyS: 10, silentMs: 15_000, foundWithinMs: 50_000 }, // five minutes, for a sixth of the usual interval
  full: { everyS: 30, silentMs: 75_000, foundWithinMs: 5 * 60_000 },
};
const BACK_WITHIN_MS = 90_000;

type HealthPart = Exclude<keyof HealthReport, "status">;

/** A part, how it is stopped, what of /api/health tells of it, and what stops it and has it go on again. */
type Part = {
  part: string;
  how: string;
  health: HealthPart | null;
  isShort?: boolean;
  stop(this: void): Promise<(this: void) => Promise<unknown>>;
};

/** C18: each part on the way of a check and of a message is stopped, one after the other. */
export const partStopped: Row = {
  id: "C18",
  what: "every part on the way from the schedule to the world outside is stopped, one after the other, until the outside watcher has missed two signs of life",
  queues: EITHER_QUEUE,
  testedWith: "redis",
  async run(scene, form) {
    const { everyS, silentMs, foundWithinMs } = BEATS[form];
    const watcher = await startOutsideWatcher();
    scene.atEnd(() => watcher.close());
    const target = await scene.play(() => GREETED);
    const wires = { target: await scene.layWire(`smtp://127.0.0.1:${target.port}`), outside: await scene.layWire(watcher.url) };
    const env = {
      HEARTBEAT_URL: wires.outside.url,
      HEARTBEAT_EVERY_S: String(everyS),
      HEARTBEAT_TARGET: new URL(wires.target.url).host,
    };
    const running: { worker: SpawnedWorker } = { worker: await scene.startWorker(env) };
    const startWorker = async () => void (running.worker = await scene.startWorker(env));

    const figures: Figure[] = [];
    const parts = partsOf(scene, wires, running, startWorker);
    for (const { part, how, health, stop } of parts.filter(({ isShort }) => isShort || form === "full")) {
      await watcher.nextSign(BACK_WITHIN_MS);
      if (health) await untilSo(readHealth, (report) => report[health].ok, 60_000);
      const from = performance.now();
      const goOn = await stop();
      if (health) {
        await untilSo(readHealth, (report) => !report[health].ok, foundWithinMs);
        figures.push(within(`${part} (${how}): /api/health says so after`, performance.now() - from, foundWithinMs));
      }
      const foundAt = await watcher.untilSilentFor(silentMs, foundWithinMs);
      figures.push(within(`${part} (${how}): the outside watcher has found it after`, foundAt - from, foundWithinMs));
      figures.push(told(`${part}: late on the operator's page`, await readLate()));
      await goOn();
    }
    const backFrom = performance.now();
    figures.push(
      told("the last of them goes on: the next sign of life after", inSeconds((await watcher.nextSign(BACK_WITHIN_MS)) - backFrom)),
    );
    figures.push(none("workers that ended by themselves", running.worker.process.exitCode === null ? 0 : 1, 1));
    return figures;
  },
};

/** A server that greets, as far as the path test goes. */
const GREETED: Dialogue = [send("220 target.example ESMTP\r\n"), expect(/^QUIT$/), send("221 2.0.0 bye\r\n")];

function partsOf(
  scene: Scene,
  wires: { target: Wire; outside: Wire },
  running: { worker: SpawnedWorker },
  startWorker: () => Promise<void>,
): Part[] {
  const holding = (sql: string) => () => hold(scene.postgres.url, sql);
  return [
    {
      part: "leader",
      how: "its lock is taken",
      health: "leader",
      stop: async () => {
        const free = await hold(scene.postgres.url, "select 1");
        await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ehlowatch leader'");
        const lock = await hold(scene.postgres.url, "select pg_advisory_lock(hashtext('ehlowatch leader'))");
        await free();
        return lock;
      },
    },
    scene.queue === "redis"
      ? {
          part: "queue",
          how: "Redis is stopped",
          health: "queue",
          stop: async () => (await scene.redis!.stop(), () => scene.redis!.start()),
        }
      : {
          part: "queue",
          how: "its tables are locked",
          health: null,
          stop: async () => hold(scene.postgres.url, await lockOfQueue()),
        },
    {
      part: "probe",
      how: "its way to the server is cut",
      health: null,
      stop: async () => (wires.target.cut(), async () => wires.target.mend()),
    },
    { part: "recorder", how: "no result can be written", health: null, stop: holding("lock table result in share mode") },
    {
      part: "database",
      how: "stopped",
      health: "database",
      isShort: true,
      stop: async () => {
        await scene.postgres.stop();
        return async () => {
          await scene.postgres.start();
          await untilSo(readHealth, ({ database }) => database.ok, 60_000);
        };
      },
    },
    {
      part: "outbox",
      how: "nothing can be put into it or taken out",
      health: null,
      stop: holding("lock table delivery in share mode"),
    },
    { part: "sender", how: "its queue is paused", health: null, isShort: true, stop: () => pauseSending(scene) },
    {
      part: "way out",
      how: "cut",
      health: null,
      stop: async () => (wires.outside.cut(), async () => wires.outside.mend()),
    },
    {
      part: "worker",
      how: "killed",
      health: "workers",
      stop: async () => {
        await running.worker.end("SIGKILL");
        return startWorker;
      },
    },
  ];
}

async function lockOfQueue(): Promise<string> {
  const { rows } = await pool.query<{ name: string }>(
    "select format('bullmq.%I', tablename) as name from pg_tables where schemaname = 'bullmq' order by 1",
  );
  return `lock table ${rows.map(({ name }) => name).join(", ")} in access exclusive mode`;
}

/** Pauses the queue of the senders alone, as its operator would. */
async function pauseSending(scene: Scene): Promise<() => Promise<void>> {
  const connection =
    scene.queue === "redis"
      ? new Redis(scene.redis!.url, { maxRetriesPerRequest: null })
      : new pg.Pool({ connectionString: scene.postgres.url, options: "-c search_path=bullmq", max: 2 });
  const queue =
    connection instanceof Redis ? new Queue("deliveries", { connection }) : new Queue("deliveries", { connection }, readyBackend);
  await queue.pause();
  return async () => {
    await queue.resume();
    await queue.close();
    if (connection instanceof Redis) connection.disconnect();
    else await connection.end();
  };
}

/** Which part the operator's page calls late; the page is away with its database. */
async function readLate(): Promise<string> {
  try {
    const test = await readPathTest();
    return (test && latePart(test, await databaseNow())?.part) ?? "none yet";
  } catch {
    return "there is none";
  }
}

/** As app/_data/health.ts does it. */
async function readHealth(): Promise<HealthReport> {
  return reportHealth(await readLiveness().catch(() => null));
}
