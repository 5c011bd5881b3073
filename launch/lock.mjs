import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Complaint } from "./complaint.mjs";
import { isAlive } from "./is-alive.mjs";

/** Longer than another start needs between finding a stale lock and replacing it. */
const SETTLE_MS = 50;

/**
 * Takes the data folder for this process and returns what gives it back. The lock of a process that is gone is taken over; where
 * two starts do that at once, the last to write wins and the other notices.
 * @param {string} folder
 */
export async function takeLock(folder) {
  const file = path.join(folder, "lock");
  const ours = ticketOf(process.pid);
  if (!writeNew(file, ours)) {
    const holder = readHolder(file);
    if (holder !== null) throw inUse(folder, holder);
    rmSync(file, { force: true });
    if (!writeNew(file, ours)) throw inUse(folder, readHolder(file));
    await sleep(SETTLE_MS);
    if (readTicket(file) !== ours) throw inUse(folder, readHolder(file));
  }
  return () => {
    if (readTicket(file) === ours) rmSync(file, { force: true });
  };
}

/**
 * @param {string} folder
 * @param {number | null} pid
 */
function inUse(folder, pid) {
  const who = pid === null ? "" : ` (process ${pid})`;
  return new Complaint(`Ehlowatch already runs on ${folder}${who}: stop it first, or set DATA_DIR to another folder.`);
}

/**
 * @param {string} file
 * @param {string} ticket
 */
function writeNew(file, ticket) {
  try {
    writeFileSync(file, ticket, { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} file */
function readTicket(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/**
 * The process that holds a lock, or null where that process is gone.
 * @param {string} file
 */
function readHolder(file) {
  const ticket = readTicket(file);
  const pid = Number.parseInt(ticket, 10);
  if (!(pid > 1) || pid === process.pid || !isAlive(pid)) return null;
  return ticketOf(pid) === ticket ? pid : null;
}

/**
 * A process id and, where the system tells, the tick it started at: ids are used again.
 * @param {number} pid
 */
function ticketOf(pid) {
  const file = `/proc/${pid}/stat`;
  const stat = existsSync(file) ? readFileSync(file, "utf8") : "";
  const startedAt = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  return `${pid} ${startedAt}\n`;
}
