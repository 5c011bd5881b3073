/**
 * The main job under load: a real worker checks `--monitors` monitors every `--interval` seconds against an smtp-sink on loopback
 * and records them in a PostgreSQL of its own. Prints what that costs and how punctual it is, beside a bare socket loop.
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { startSmtpSink } from "#testing/smtp-sink.ts";
import { spawnWorker } from "#testing/spawn-worker.ts";
import { type OwnPostgres, startOwnPostgres } from "#testing/own-postgres.ts";
import { type BenchOptions, readBenchOptions } from "./bench-options.ts";
import { mainJobReport, type MainJobFigures } from "./main-job-report.ts";
import { makeMonitors } from "./make-monitors.ts";
import { busySince, costOf, machineTicks } from "./process-cost.ts";
import { readBytesPerCheck, readChecks } from "./read-checks.ts";

/** A check of the last slot may still be running, and its result on its way to the database. */
const SETTLE_MS = 3_000;
/** Pino's number for the level. */
const WARN = 40;

const options = readBenchOptions(process.argv.slice(2));
const report = mainJobReport(options, await measure(options));
console.log(report);
if (options.save) save(report);

async function measure({ monitors, intervalS, seconds, warmS }: BenchOptions): Promise<MainJobFigures> {
  console.error(
    `Starting PostgreSQL, smtp-sink and a worker; ${warmS} s of warming up, ${seconds} s of measuring, ${seconds} s of the bare loop.`,
  );
  const sink = await startSmtpSink();
  const database = await startOwnPostgres();
  const pool = new pg.Pool({ connectionString: database.url });
  try {
    await makeMonitors(pool, monitors, intervalS, sink.port);
    const figures = await measureWorker(database, pool, warmS, seconds);
    const bare = await runBareLoop(sink.port, monitors, monitors / intervalS, seconds);
    return { ...figures, bareUs: bare.cpuUs };
  } finally {
    await pool.end();
    await database.remove();
    await sink.stop();
  }
}

async function measureWorker(database: OwnPostgres, pool: pg.Pool, warmS: number, seconds: number) {
  const worker = await spawnWorker({
    NODE_ENV: "production",
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    SECRETS_KEY: randomBytes(32).toString("base64"),
  });
  const pid = worker.process.pid!;
  try {
    await sleep(warmS * 1000);
    const second = Math.ceil(Date.now() / 1000) * 1000; // slots are whole seconds
    await sleep(second - Date.now());
    const before = { worker: costOf(pid), database: costOf(database.pid()), machine: machineTicks() };
    await sleep(second + seconds * 1000 - Date.now());
    const after = { worker: costOf(pid), database: costOf(database.pid()) };
    const machineBusy = busySince(before.machine);
    await sleep(SETTLE_MS);

    const checks = await readChecks(pool, new Date(second), new Date(second + seconds * 1000));
    return {
      checks,
      bytes: await readBytesPerCheck(pool),
      workerUs: (after.worker.cpuUs - before.worker.cpuUs) / checks.count,
      databaseUs: (after.database.cpuUs - before.database.cpuUs) / checks.count,
      workerBytes: after.worker.rssBytes,
      databaseBytes: after.database.rssBytes,
      machineBusy,
      complaints: worker
        .log()
        .filter(({ level }) => level >= WARN)
        .map(({ msg }) => msg),
    };
  } finally {
    await worker.end("SIGTERM");
  }
}

async function runBareLoop(
  port: number,
  targets: number,
  perSecond: number,
  seconds: number,
): Promise<{ good: number; cpuUs: number }> {
  const args = [
    "--import",
    "tsx",
    path.join(import.meta.dirname, "bare-loop.ts"),
    ...[port, targets, perSecond, seconds].map(String),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

function save(report: string) {
  const folder = path.join(import.meta.dirname, "results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "main-job.md"), `${report}\n`);
}
