import { appendFileSync, existsSync, renameSync } from "node:fs";

const MOST_BYTES = 10_000_000;

/**
 * Where a child's output goes: a file of at most 10 MB and the one before it, begun anew with each start.
 * @param {string} file
 */
export function openLog(file) {
  const turn = () => existsSync(file) && renameSync(file, file.replace(/\.log$/, ".1.log"));
  turn();
  let bytes = 0;
  return {
    file,
    /** @param {string | Buffer} text */
    write: (text) => {
      if (bytes > MOST_BYTES) {
        turn();
        bytes = 0;
      }
      try {
        appendFileSync(file, text);
        bytes += text.length;
      } catch (error) {
        // A full disk must not end what is being logged: the database says so itself.
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOSPC") throw error;
      }
    },
  };
}

/** @typedef {ReturnType<typeof openLog>} Log */
