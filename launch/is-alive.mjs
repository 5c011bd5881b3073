import { existsSync, readFileSync } from "node:fs";

/**
 * Whether a process with this id runs. One that ended and was not yet waited for does not: in a container nobody may ever do that.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"; // it does, and is somebody else's
  }
  return stateOf(pid) !== "Z";
}

/**
 * The state of a process as proc(5) has it; empty where the system does not tell.
 * @param {number} pid
 */
function stateOf(pid) {
  const file = `/proc/${pid}/stat`;
  const stat = existsSync(file) ? readFileSync(file, "utf8") : "";
  return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
}
