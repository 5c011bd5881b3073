import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { asComplaint, Complaint } from "./complaint.mjs";
import { chooseDataFolder } from "./data-folder.mjs";
import { postgresAccount } from "./postgres/account.mjs";
import { runPart } from "./run-part.mjs";
import { keepSecrets } from "./secrets.mjs";
import { readSettings, withEnvFile } from "./settings.mjs";

/** `npm run seed [monitors]`: fills the database of DATABASE_URL, or that of the `npm start` that runs, with a team to look at. */
const ROOT = path.join(import.meta.dirname, "..");

try {
  const environment = withEnvFile(ROOT, process.env);
  const { databaseUrl, dataDir, secret, secretsKey } = readSettings(environment);
  const folder = chooseDataFolder(ROOT, dataDir, databaseUrl ? null : postgresAccount());
  const secrets = databaseUrl && secret && secretsKey ? null : secretsOf(folder);
  const env = {
    ...environment,
    DATABASE_URL: databaseUrl ?? `postgres://postgres:${secrets?.databasePassword}@127.0.0.1:${portOf(folder)}/ehlowatch`,
    NEXTAUTH_SECRET: secret ?? secrets?.nextauthSecret,
    SECRETS_KEY: secretsKey ?? secrets?.secretsKey,
  };
  const args = ["--import", "tsx", "prisma/seed.ts", ...process.argv.slice(2)];
  process.exitCode = (await runPart({ args, cwd: ROOT, env, signal: new AbortController().signal })) ?? 1;
} catch (error) {
  const complaint = asComplaint(error);
  if (!complaint) throw error;
  process.stderr.write(`${complaint.message}\n`);
  process.exitCode = 1;
}

/** @param {string} folder */
function secretsOf(folder) {
  if (!existsSync(path.join(folder, "secrets.json"))) throw notRunning();
  return keepSecrets(folder);
}

/**
 * The port of the PostgreSQL that runs on a data folder: the fourth line of the file it keeps while it does.
 * @param {string} folder
 */
function portOf(folder) {
  const file = path.join(folder, "postgres", "postmaster.pid");
  if (!existsSync(file)) throw notRunning();
  return readFileSync(file, "utf8").split("\n")[3];
}

function notRunning() {
  return new Complaint("Ehlowatch does not run here: start it with `npm start` first, or set DATABASE_URL.");
}
