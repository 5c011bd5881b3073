/**
 * The process groups that are running, and the signal that ends each at once. Every child leads one, so that a signal reaches it
 * and all it started, and nobody else.
 * @type {Map<number, NodeJS.Signals>}
 */
const leaders = new Map();

/**
 * @param {import("node:child_process").ChildProcess} child spawned `detached`
 * @param {NodeJS.Signals} [endNow]
 */
export function trackGroup(child, endNow = "SIGKILL") {
  const { pid } = child;
  if (pid === undefined) return; // it never started
  leaders.set(pid, endNow);
  child.once("exit", () => leaders.delete(pid));
}

/**
 * Sends a signal to a child and all it started; false where there is nobody left.
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup({ pid }, signal) {
  return pid !== undefined && signalPid(pid, signal);
}

/** Ends everything at once. */
export function endAllGroups() {
  for (const [pid, endNow] of leaders) signalPid(pid, endNow);
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalPid(pid, signal) {
  try {
    return process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH") return false; // gone already
    throw error;
  }
}
