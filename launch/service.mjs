import { spawn } from "node:child_process";
import { backOff } from "./back-off.mjs";
import { signalGroup, trackGroup } from "./groups.mjs";

/** Longer than the worker takes to drain. */
const END_WITHIN_MS = 12_000;

/**
 * Runs a program until it is stopped, starting it again when it ends by itself. The program is its own process group, and has an
 * IPC channel: when that closes, its launcher is gone and it ends too.
 * @param {object} service
 * @param {string} service.name
 * @param {string[]} service.args for Node
 * @param {string} service.cwd
 * @param {NodeJS.ProcessEnv} service.env
 * @param {import("./log-file.mjs").Log} service.log
 * @param {(text: string) => void} service.say
 */
export function startService({ name, args, cwd, env, log, say }) {
  let isStopping = false;
  const waitMs = backOff();
  /** @type {NodeJS.Timeout | undefined} */
  let again;
  let child = start();

  function start() {
    const startedAt = Date.now();
    const started = spawn(process.execPath, args, { cwd, env, detached: true, stdio: ["ignore", log.fd, log.fd, "ipc"] });
    trackGroup(started);
    started.once("exit", (code, signal) => {
      if (isStopping) return;
      const wait = waitMs(startedAt);
      say(`The ${name} ended by itself (${signal ?? code}); starting it again in ${wait / 1000} s (${log.file}).`);
      again = setTimeout(() => (child = start()), wait);
    });
    return started;
  }

  const stop = async () => {
    isStopping = true;
    clearTimeout(again);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGTERM");
    const hurry = setTimeout(() => signalGroup(child, "SIGKILL"), END_WITHIN_MS);
    await ended;
    clearTimeout(hurry);
  };
  return { name, stop };
}
