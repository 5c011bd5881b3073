import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import path from "node:path";
import { parseEnv } from "node:util";
import { Complaint } from "./complaint.mjs";

/** More than this on one machine is a slip of the pen. */
const MOST_PROCESSES = 64;
/** Unless it is said otherwise: a machine with more cores has a database and workers on them, too, and each process takes connections of it. */
const USUAL_WEB_PROCESSES = 4;
/** What a machine or a container has to have for each of them, its database and workers included. */
const WEB_PROCESS_BYTES = 1024 ** 3;

/** What the launcher itself needs to know; everything else is for env.ts to read. README.md explains the settings. */

/**
 * The environment, and below it what the file `.env` says. An empty setting is one that is not there, also where `.env` sets it.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
export function withEnvFile(root, environment) {
  const file = path.join(root, ".env");
  const settings = existsSync(file) ? { ...parseEnv(readFileSync(file, "utf8")), ...environment } : environment;
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== "")));
}

/** @typedef {ReturnType<typeof readSettings>} Settings */

/**
 * @param {NodeJS.ProcessEnv} environment
 */
export function readSettings(environment) {
  const port = readPort(environment, "PORT") ?? 3000;
  return {
    port,
    host: environment.HOST || "127.0.0.1",
    url: environment.NEXTAUTH_URL || `http://localhost:${port}`,
    dataDir: environment.DATA_DIR || null,
    workers: readNumber(environment, "WORKERS", { what: "a number of workers", most: MOST_PROCESSES }) ?? 1,
    webProcesses: readWebProcesses(environment),
    databaseUrl: environment.DATABASE_URL || null,
    postgresPort: readPort(environment, "POSTGRES_PORT"),
    mailboxPort: readPort(environment, "MAILBOX_PORT"),
    smtpUrls: readSmtpUrls(environment),
    inbound: environment.INBOUND_DOMAIN
      ? { host: environment.INBOUND_HOST || "127.0.0.1", port: readPort(environment, "INBOUND_PORT") ?? 2525 }
      : null,
    secret: environment.NEXTAUTH_SECRET || null,
    secretsKey: environment.SECRETS_KEY || null,
  };
}

/**
 * How many processes serve the pages: left out, one for each core, as far as there is memory for them.
 * @param {NodeJS.ProcessEnv} environment
 */
export function readWebProcesses(environment) {
  const wished = readNumber(environment, "WEB_PROCESSES", { what: "a number of web processes", most: MOST_PROCESSES });
  return wished ?? usualWebProcesses(availableParallelism(), Math.min(process.constrainedMemory() || Infinity, totalmem()));
}

/**
 * @param {number} cores
 * @param {number} memoryBytes of the machine, or of the container
 */
export function usualWebProcesses(cores, memoryBytes) {
  return Math.max(1, Math.min(cores, USUAL_WEB_PROCESSES, Math.floor(memoryBytes / WEB_PROCESS_BYTES)));
}

/** @param {NodeJS.ProcessEnv} environment */
function readSmtpUrls({ SMTP_URL, SMTP_URLS }) {
  if (SMTP_URL && SMTP_URLS)
    throw new Complaint("SMTP_URL and SMTP_URLS are both set: keep one, SMTP_URLS for several mail servers.");
  return SMTP_URLS || SMTP_URL || null;
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} name
 */
function readPort(environment, name) {
  return readNumber(environment, name, { what: "a port", most: 65_535 });
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @param {string} name
 * @param {{ what: string, most: number }} kind
 */
function readNumber(environment, name, { what, most }) {
  const text = environment[name];
  if (!text) return null;
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Complaint(`${name} is "${text}": set it to ${what} between 1 and ${most}.`);
}
