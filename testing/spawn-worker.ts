import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");

/** A worker in a process of its own, as `npm start` runs one. */
export type SpawnedWorker = {
  process: ChildProcess;
  /** What it has logged so far. */
  log(): { level: number; msg: string; pid: number; err?: { message: string } }[];
  /** All that it said so far, what it printed as it went down included. */
  said(): string;
  /** Asks it to stop with a signal, or only waits where it was asked otherwise; its exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
};

/**
 * Starts a worker on the database and the queue of this test file, or with another environment, and waits until it runs; `under` is a
 * program that limits what it may have, with its arguments.
 */
export async function spawnWorker(env: Record<string, string> = {}, under: readonly string[] = []): Promise<SpawnedWorker> {
  const { WORKER_FILE } = process.env; // of testing/bundle-worker.ts, where that ran
  const worker = WORKER_FILE ? [WORKER_FILE] : ["--import", "tsx", "worker/main.ts"];
  const [program = process.execPath, ...args] = [...under, process.execPath, ...worker];
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, EMBEDDED: "1", LOG_LEVEL: "info", ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  let complained = "";
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (complained += text));
  child.stderr!.pipe(process.stderr);
  child.stdout!.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "exit");
  const lines = () =>
    said
      .split("\n")
      .slice(0, -1)
      .filter((line) => line.startsWith("{"));
  const spawned: SpawnedWorker = {
    process: child,
    log: () => lines().map((line) => JSON.parse(line) as ReturnType<SpawnedWorker["log"]>[number]),
    said: () => said + complained,
    end: async (signal) => {
      if (signal) child.kill(signal);
      const [code, by] = (await ended) as [number | null, NodeJS.Signals | null];
      return by ?? code;
    },
  };
  const runs = new Promise<void>((resolve) => child.stdout!.on("data", () => said.includes("the worker runs") && resolve()));
  await Promise.race([runs, ended.then(() => Promise.reject(new Error(`The worker ended at its start: ${said}`)))]);
  return spawned;
}
