import { spawn } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { CalledOff, Complaint } from "./complaint.mjs";
import { signalGroup, trackGroup } from "./groups.mjs";

const END_WITHIN_MS = 5_000;
const KEPT_CHARS = 20_000;

/**
 * @typedef {object} Tool
 * @property {string[]} args for Node
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {AbortSignal} signal ends it, with everything it started
 * @property {(text: string) => void} [log]
 * @property {number} [priority] of it and of all it starts: one of os.constants.priority
 */

/**
 * Runs a Node program to its end and returns its exit code and the end of what it said.
 * @param {Tool} tool
 * @returns {Promise<{ code: number | null, said: string }>}
 */
export async function runTool({ args, cwd, env, signal, log, priority }) {
  if (signal.aborted) throw new CalledOff();
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  trackGroup(child);
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      log?.(text);
      said = (said + text).slice(-KEPT_CHARS);
    });
  }
  const callOff = () => {
    signalGroup(child, "SIGTERM");
    setTimeout(() => signalGroup(child, "SIGKILL"), END_WITHIN_MS).unref();
  };
  signal.addEventListener("abort", callOff, { once: true });
  const [code] = await once(child, "close");
  signal.removeEventListener("abort", callOff);
  if (signal.aborted) {
    signalGroup(child, "SIGKILL"); // what it may have left behind
    throw new CalledOff();
  }
  return { code, said };
}

/**
 * Like `runTool`, for a tool that has no business failing: where it does, the error says its last line and where all of it is.
 * @param {Tool} tool
 * @param {string} what
 */
export async function runToolWell(tool, what) {
  const { code, said } = await runTool(tool);
  if (code === 0) return;
  if (/\bENOSPC\b/.test(said)) throw new Complaint("The disk is full: free at least 500 MB and start again.");
  const lastLine = said.trim().split("\n").at(-1) ?? "";
  throw new Error(`${what} failed (exit ${code}): ${lastLine}`);
}
