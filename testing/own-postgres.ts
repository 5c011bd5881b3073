import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "#launch/free-port.mjs";
import { postgresAccount } from "#launch/postgres/account.mjs";
import { binariesFor, findBinaries } from "#launch/postgres/binaries.mjs";
import { makeCluster, startCluster } from "#launch/postgres/cluster.mjs";
import { TEST_FOLDER } from "#launch/postgres/sweep.mjs";

const ROOT = path.join(import.meta.dirname, "..");

/** A migrated PostgreSQL with one owner, who may stop and start it, and with the durability `npm start` gives it. */
export type OwnPostgres = {
  url: string;
  /** The server process; a new one after each start. */
  pid(): number;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
};

/** `settings` are of postgresql.conf, on top of those of `npm start`. */
export async function startOwnPostgres(settings: Record<string, string | number> = {}): Promise<OwnPostgres> {
  const account = postgresAccount();
  const folder = mkdtempSync(path.join(tmpdir(), `${TEST_FOLDER}${process.pid}-`));
  if (account) chownSync(folder, account.uid, account.gid);
  const cluster = {
    account,
    folder: path.join(folder, "data"),
    binaries: binariesFor(findBinaries(ROOT), account, folder),
    password: randomBytes(12).toString("hex"),
  };
  await makeCluster(cluster); // which takes so long that a port found before it may be taken after it
  const port = await freePort();

  let server = startCluster(cluster, port, { settings });
  const start = async () => {
    server = startCluster(cluster, port, { settings });
    await server.ready;
  };
  const stop = () => server.stop();
  const remove = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };

  const url = server.urlOf("postgres");
  try {
    await server.ready;
    await migrate(url);
  } catch (error) {
    await remove();
    throw error;
  }
  return { url, pid: () => server.process.pid!, start, stop, remove };
}

/** In a process of its own: the environment of this one names no database. */
async function migrate(url: string) {
  const secrets = { NEXTAUTH_SECRET: randomBytes(32).toString("hex"), SECRETS_KEY: randomBytes(32).toString("base64") };
  const env = { ...process.env, DATABASE_URL: url, ...secrets };
  await promisify(execFile)(process.execPath, ["--import", "tsx", "prisma/migrate-now.ts"], { cwd: ROOT, env });
}
