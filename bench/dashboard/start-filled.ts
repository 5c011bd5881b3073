import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { promisify } from "node:util";
import { type OwnPostgres, startOwnPostgres } from "#testing/own-postgres.ts";
import type { Filled } from "./fill.ts";
import type { DashboardOptions } from "./options.ts";
import { withClient } from "./with-client.ts";

/** A database with everything in it, and the environment of the product's processes on it. */
export type FilledDatabase = { postgres: OwnPostgres; env: NodeJS.ProcessEnv; filled: Filled };

/** While it is filled: each row is written once, and if the machine ends meanwhile nothing is lost that matters. */
const WHILE_FILLING = {
  wal_level: "minimal",
  max_wal_senders: 0,
  max_wal_size: "8GB",
  synchronous_commit: "off",
  maintenance_work_mem: "512MB",
};
/** Vacuuming two hundred million new rows would go on for the whole of the measurement. */
const AFTERWARDS = { autovacuum: "off" };

/** Starts a PostgreSQL of its own and fills it. */
export async function startFilled({ monitors, days, results }: DashboardOptions): Promise<FilledDatabase> {
  const postgres = await startOwnPostgres();
  try {
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      EMBEDDED: "1",
      DATABASE_URL: postgres.url,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      SECRETS_KEY: randomBytes(32).toString("base64"),
    };
    await restartWith(postgres, { ...AFTERWARDS, ...WHILE_FILLING });
    const args = ["--import", "tsx", path.join(import.meta.dirname, "fill.ts"), ...[monitors, days, results].map(String)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    await restartWith(postgres, AFTERWARDS);
    return { postgres, env, filled: JSON.parse(stdout) as Filled };
  } catch (error) {
    await postgres.remove();
    throw error;
  }
}

/** Starts it again with these settings and no others. */
async function restartWith(postgres: OwnPostgres, settings: Record<string, string | number>): Promise<void> {
  await withClient(postgres.url, async (client) => {
    await client.query("alter system reset all");
    for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = '${value}'`);
  });
  await postgres.stop();
  await postgres.start();
}
