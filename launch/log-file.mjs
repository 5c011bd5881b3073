import { copyFileSync, existsSync, fstatSync, ftruncateSync, openSync, renameSync, writeSync } from "node:fs";

const MOST_BYTES = 10_000_000;
const LOOK_EVERY_MS = 60_000;

/**
 * Where a child's output goes: a file of about 10 MB at most, begun anew with each start, and the one before it. A child writes
 * to `fd` itself, so that its last words are kept, and none is stuck with them, when the launcher is gone.
 * @param {string} file
 */
export function openLog(file) {
  const former = file.replace(/\.log$/, ".1.log");
  if (existsSync(file)) renameSync(file, former);
  const fd = openSync(file, "a"); // each write goes to the end, also after the file was cut
  const cut = () => {
    if (fstatSync(fd).size < MOST_BYTES) return;
    copyFileSync(file, former);
    ftruncateSync(fd);
  };
  setInterval(() => onDisk(cut), LOOK_EVERY_MS).unref();
  return { file, fd, write: (/** @type {string} */ text) => onDisk(() => writeSync(fd, text)) };
}

/**
 * A full disk ends no log: the database says that it is full.
 * @param {() => void} run
 */
function onDisk(run) {
  try {
    run();
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOSPC") throw error;
  }
}

/** @typedef {ReturnType<typeof openLog>} Log */
