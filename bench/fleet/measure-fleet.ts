import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Profiler } from "node:inspector";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { WINDOW_S } from "#core/schedule/schedule.ts";
import { startOwnPostgres } from "#testing/own-postgres.ts";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import { type SpawnedWorker, spawnWorker } from "#testing/spawn-worker.ts";
import { makeMonitors } from "../make-monitors.ts";
import { startStarttlsServer } from "../probe/start-starttls-server.ts";
import { busySince, costOf, machineTicks } from "../process-cost.ts";
import { type Checks, readBytesPerCheck, readChecks } from "../read-checks.ts";
import type { FleetOptions } from "./options.ts";
import { PARTS, splitProfile, type Part } from "./split-profile.ts";
import { COUNTED, countStatementsFromNow, PURPOSES, readStatements, type Purpose } from "./split-statements.ts";
import { startRedis } from "./start-redis.ts";
import { startSlowServer } from "./start-slow-server.ts";

/**
 * What one number of monitors cost. CPU is in microseconds a check, user and system; sizes are in bytes; `machineBusy` and `parts` (of the
 * workers' time) are shares, 0 to 1. `statementsUs` is by the clock.
 */
export type FleetFigures = {
  monitors: number;
  due: number;
  checks: Checks;
  workersUs: number;
  databaseUs: number;
  statementsUs: Record<Purpose, number>;
  redisUs: number;
  serverUs: number;
  parts: Record<Part, number>;
  bytes: { heap: number; index: number };
  largestWorkerBytes: number;
  machineBusy: number;
  complaints: string[];
};

/** The first windows are queued late, and the first check of each monitor has more to write than those that follow. */
const WARM_S = 2 * WINDOW_S;
const PROFILE_S = 10;
/** The checks of the last slot may still be running, and their results on their way to the database. */
const SETTLE_MS = 4_000;
/** Pino's number for the level. */
const WARN = 40;

/** Lets workers check so many monitors for a while, each process on this machine and nothing else beside them. */
export async function measureFleet(monitors: number, options: FleetOptions): Promise<FleetFigures> {
  const ends: (() => unknown)[] = [];
  try {
    const server = await startServer(options, ends);
    const database = await startOwnPostgres(COUNTED);
    ends.push(() => database.remove());
    const redis = options.queue === "redis" ? await startRedis() : null;
    if (redis) ends.push(() => redis.stop());
    const pool = new pg.Pool({ connectionString: database.url });
    pool.on("error", () => undefined); // a connection that is idle when the database ends
    ends.push(() => pool.end());
    await makeMonitors(pool, monitors, { ...server, intervalS: options.intervalS });
    await pool.query("vacuum analyze"); // which PostgreSQL does by itself within a minute or two

    const profiles = mkdtempSync(path.join(tmpdir(), "ehlowatch-profiles-"));
    ends.push(() => rmSync(profiles, { recursive: true }));
    const workers = await startWorkers(options.workers, profiles, database.url, redis?.url);
    ends.push(() => Promise.all(workers.map((worker) => worker.end("SIGTERM"))));

    await sleep((WARM_S + options.intervalS + options.slowS) * 1000);
    const from = Math.ceil(Date.now() / 1000) * 1000; // slots are whole seconds
    const to = from + options.seconds * 1000;
    await sleep(from - Date.now());
    const read = () => ({
      workers: workers.map(({ process }) => costOf(process.pid!)),
      database: costOf(database.pid()).cpuUs,
      redis: redis ? costOf(redis.pid).cpuUs : 0,
      server: costOf(server.pid).cpuUs,
    });
    await countStatementsFromNow(pool);
    const before = read();
    const ticks = machineTicks();
    await sleep(to - Date.now());
    const after = read();
    const statements = await readStatements(pool);
    const machineBusy = busySince(ticks);
    await profile(workers);
    await sleep(SETTLE_MS + options.slowS * 1000);

    const checks = await readChecks(pool, new Date(from), new Date(to));
    const each = (us: number) => us / checks.count;
    return {
      monitors,
      due: (monitors * options.seconds) / options.intervalS,
      checks,
      workersUs: each(sum(after.workers.map(({ cpuUs }) => cpuUs)) - sum(before.workers.map(({ cpuUs }) => cpuUs))),
      databaseUs: each(after.database - before.database),
      statementsUs: Object.fromEntries(PURPOSES.map((purpose) => [purpose, each(statements[purpose])])) as Record<Purpose, number>,
      redisUs: each(after.redis - before.redis),
      serverUs: each(after.server - before.server),
      parts: readParts(profiles),
      bytes: await readBytesPerCheck(pool),
      largestWorkerBytes: Math.max(...after.workers.map(({ rssBytes }) => rssBytes)),
      machineBusy,
      complaints: workers
        .flatMap((worker) => worker.log().filter(({ level }) => level >= WARN))
        .map(({ msg, err }) => (err ? `${msg} (${err.message})` : msg)),
    };
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

async function startServer({ slowS, starttls }: FleetOptions, ends: (() => unknown)[]) {
  if (!starttls) {
    const plain = slowS > 0 ? await startSlowServer(slowS) : await startSmtpSink();
    ends.push(() => plain.stop());
    return { port: plain.port, pid: plain.pid };
  }
  const server = await startStarttlsServer("ecdsa", "0.0.0.0");
  ends.push(() => server.stop());
  const ca = readFileSync(server.target.caFile!, "utf8");
  return { port: server.target.port, pid: server.pid, tls: "starttls-required" as const, ca };
}

/** As `npm start` runs them, but for a profile on demand. */
async function startWorkers(count: number, profiles: string, database: string, redis?: string): Promise<SpawnedWorker[]> {
  const env = {
    NODE_ENV: "production",
    NODE_OPTIONS: `--import ${pathToFileURL(path.join(import.meta.dirname, "profile-on-signal.mjs")).href}`,
    PROFILE_FOLDER: profiles,
    DATABASE_URL: database,
    ...(redis === undefined ? {} : { REDIS_URL: redis }),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SECRETS_KEY: randomBytes(32).toString("base64"),
  };
  return Promise.all(Array.from({ length: count }, () => spawnWorker(env)));
}

async function profile(workers: readonly SpawnedWorker[]): Promise<void> {
  for (const worker of workers) worker.process.kill("SIGUSR2");
  await sleep(PROFILE_S * 1000);
  for (const worker of workers) worker.process.kill("SIGUSR2");
}

function readParts(folder: string): Record<Part, number> {
  const splits = readdirSync(folder).map((name) =>
    splitProfile(JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Profiler.Profile),
  );
  return Object.fromEntries(PARTS.map((part) => [part, sum(splits.map((split) => split[part])) / splits.length])) as Record<
    Part,
    number
  >;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
