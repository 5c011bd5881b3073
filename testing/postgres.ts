import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { freePort } from "#launch/free-port.mjs";
import { canReach, postgresAccount } from "#launch/postgres/account.mjs";
import { binariesFor, findBinaries } from "#launch/postgres/binaries.mjs";
import { makeCluster, startCluster } from "#launch/postgres/cluster.mjs";
import { sweepTestDatabases, TEST_FOLDER } from "#launch/postgres/sweep.mjs";
import { TEMPLATE } from "./template.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The PostgreSQL of this run; each test file makes a database of its own in it from the template. */
    postgresUrl: string;
  }
}

const ROOT = path.join(import.meta.dirname, "..");
/** Nothing here outlives the run, so nothing is flushed to disk. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: 500, // eight files at a time, some with several workers
  log_min_messages: "log",
  autovacuum: "off",
};

const run = globalThis as typeof globalThis & { postgresOfThisRun?: Promise<Awaited<ReturnType<typeof start>>> };

/** One PostgreSQL for all projects of a run, started with the first that needs it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  run.postgresOfThisRun ??= start();
  const { url, stop } = await run.postgresOfThisRun;
  project.provide("postgresUrl", url);
  return stop;
}

async function start() {
  await sweepTestDatabases();
  const account = postgresAccount();
  const folder = makeFolder(account);
  const cluster = {
    account,
    folder: path.join(folder, "data"),
    binaries: binariesFor(findBinaries(ROOT), account, folder),
    password: randomBytes(12).toString("hex"),
  };
  let server: ReturnType<typeof startCluster> | null = null;
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", () => {
    server?.process.kill("SIGQUIT"); // a run that is cut short
    clear();
  });
  await makeCluster(cluster, { sync: false });
  server = startCluster(cluster, await freePort(), { settings: SETTINGS });
  await server.ready;
  await makeTemplate(server.urlOf);

  const running = server;
  const stop = async () => {
    await running.stop();
    clear();
  };
  return { url: running.urlOf("postgres"), stop };
}

/** A folder the account can reach, named after this process, so that a later run knows whether it is still in use. */
function makeFolder(account: ReturnType<typeof postgresAccount>): string {
  const parent = canReach(account, tmpdir()) ? tmpdir() : "/tmp";
  const folder = mkdtempSync(path.join(parent, `${TEST_FOLDER}${process.pid}-`));
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** The migrated database every other one is copied from. Migrations run in a process of their own: a template may have no connections. */
async function makeTemplate(urlOf: (database: string) => string) {
  const client = new pg.Client({ connectionString: urlOf("postgres") });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), SECRETS_KEY: randomBytes(32).toString("base64") };
  const env = { ...process.env, DATABASE_URL: urlOf(TEMPLATE), ...secrets };
  await promisify(execFile)(process.execPath, ["--import", "tsx", "prisma/migrate-now.ts"], { cwd: ROOT, env });
}
