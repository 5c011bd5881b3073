import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, existsSync, readFileSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import path from "node:path";
import { signalGroup, trackGroup } from "./groups.mjs";

/**
 * Runs a program of `npm test` in the terminal, and stops it as Ctrl-C would, so that it can stop what it started.
 * @param {object} part
 * @param {string[]} part.args for Node
 * @param {string} part.cwd
 * @param {NodeJS.ProcessEnv} part.env
 * @param {AbortSignal} part.signal
 * @param {number} [part.priority] of it and of all it starts: one of os.constants.priority
 * @returns {Promise<number | null>} its exit code
 */
export async function runPart({ args, cwd, env, signal, priority }) {
  if (signal.aborted) return null;
  const child = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ["ignore", "inherit", "inherit"] });
  trackGroup(child);
  if (priority !== undefined && child.pid !== undefined) setPriority(child.pid, priority);
  const callOff = () => signalGroup(child, "SIGINT");
  signal.addEventListener("abort", callOff, { once: true });
  const [code] = await once(child, "exit");
  signal.removeEventListener("abort", callOff);
  if (signal.aborted) signalGroup(child, "SIGKILL"); // what it did not wait for
  return code;
}

/**
 * Gives `run` the name of a file to write a report to, and returns what is in it afterwards: null where nothing was written.
 * @param {(file: string) => Promise<number | null>} run
 * @returns {Promise<{ report: string | null, code: number | null }>}
 */
export async function withReport(run) {
  const folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-report-"));
  const file = path.join(folder, "report.json");
  try {
    const code = await run(file);
    return { code, report: existsSync(file) ? readFileSync(file, "utf8") : null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
