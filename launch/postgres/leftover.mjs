import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../is-alive.mjs";

const STOP_WITHIN_MS = 15_000;

/**
 * Stops a PostgreSQL that still runs on a folder although whoever started it is gone. Call it only while holding the lock on
 * what the folder belongs to.
 * @param {string} folder
 */
export async function stopLeftover(folder) {
  const pid = serverOf(folder);
  if (pid === null) return false;
  const from = Date.now();
  process.kill(pid, "SIGINT");
  while (isAlive(pid) && Date.now() - from < STOP_WITHIN_MS) await sleep(50);
  if (isAlive(pid)) process.kill(pid, "SIGQUIT");
  while (isAlive(pid)) await sleep(50);
  return true;
}

/**
 * The process id of the server that runs on a folder. The number in its file may since belong to something else entirely.
 * @param {string} folder
 * @returns {number | null}
 */
function serverOf(folder) {
  const file = path.join(folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) && isPostgresOn(pid, folder) ? pid : null;
}

/**
 * @param {number} pid
 * @param {string} folder
 */
function isPostgresOn(pid, folder) {
  const file = `/proc/${pid}/cmdline`;
  if (!existsSync("/proc/self/cmdline")) return true; // not Linux: take the file's word
  return existsSync(file) && readFileSync(file, "utf8").split("\0").includes(folder);
}
