import { readFileSync } from "node:fs";
import { totalmem } from "node:os";

/** What a worker has: bytes of memory, and file descriptors; `wished` is the setting. */
type Means = { wished?: number; memoryBytes: number; files: number };

/** With servers that take 5 s, 100,000 monitors at 60 s have 8,333 checks running, and one worker may have to run them all. */
const MOST = 10_000;
const MIB = 1024 * 1024;
/** A worker that runs nothing, with room for what it has loaded and not yet written. */
const IDLE_BYTES = 160 * MIB;
/** Of a machine that is nobody's alone: a database, a dashboard and other workers live there, too. */
const SHARE_OF_MACHINE = 1 / 4;
/** A check that has started TLS and keeps a long transcript. */
const CHECK_BYTES = 96 * 1024;
/** Databases, queues, logs and the modules of Node.js. */
const IDLE_FILES = 100;
/** A check has its connection, and before that one to a DNS server. */
const FILES_A_CHECK = 2;

/** How many checks may run at once: as many as wished for, and no more than there are file descriptors for. */
export function countPlaces({ wished, memoryBytes, files }: Means): number {
  const forMemory = (memoryBytes - IDLE_BYTES) / CHECK_BYTES;
  const forFiles = (files - IDLE_FILES) / FILES_A_CHECK;
  return Math.max(1, Math.floor(Math.min(wished ?? Math.min(MOST, forMemory), forFiles)));
}

/** The bytes this process may use: its share of the machine, or the container where that has fewer. */
export function readMemory(): number {
  return Math.min(process.constrainedMemory() || Infinity, totalmem() * SHARE_OF_MACHINE);
}

/** How many files this process may have open; infinite where the system does not say. */
export function readFileLimit(): number {
  try {
    const [, soft] = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
    return soft === undefined ? Infinity : Number(soft);
  } catch {
    return Infinity; // not Linux
  }
}
