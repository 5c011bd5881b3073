import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A server that runs until it is removed. */
export type Contained = {
  /** What it said so far: on standard output and error, and in its log file. */
  log: () => Promise<string>;
  /** Ends it and every process it started, and removes its folder. */
  remove: () => Promise<void>;
};

/** How to run a server. `before` are shell commands, such as mounts, that come first. */
export type Command = {
  program: string;
  args: readonly string[];
  before?: readonly string[];
  env?: NodeJS.Dict<string>;
  logFile?: string;
};

const UNSHARE = ["--mount", "--pid", "--fork", "--kill-child"];

/** Why no server can be contained here, or null where one can. */
export function whyNotContained(): string | null {
  try {
    execFileSync("unshare", [...UNSHARE, "true"], { stdio: "ignore" });
    return null;
  } catch {
    return "Containing a server needs Linux and root (unshare)";
  }
}

/** A new folder under the system's temporary one, that the users of servers can look into. */
export async function makeFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `ehlowatch-${name}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** Runs a server from `folder`, which is removed with it, as `run` does, and where it does not start. */
export async function contain(
  folder: string,
  command: Command,
  isReady: (log: Contained["log"]) => Promise<unknown>,
): Promise<Contained> {
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    const { log, end } = await run(command, isReady);
    return { log, remove: () => end().then(removeFolder) };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

/** A server that runs until it is ended; what it wrote stays. */
export type Running = Pick<Contained, "log"> & { end: () => Promise<void> };

/**
 * Runs a server in mount and process namespaces of its own: nobody outside sees what is mounted for it, and with its first process ends
 * whatever it started. That happens too where the test run itself is killed. Resolves once `isReady` has; throws, with what the server said,
 * where it ends before.
 */
export async function run(command: Command, isReady: (log: Running["log"]) => Promise<unknown>): Promise<Running> {
  const { program, args, before = [], env = {}, logFile } = command;
  // The shell stays, as the first process: a server that changes its user is no longer told when its parent dies (prctl(2)).
  const script = [...before, `"$@"; exit $?`].join(" && ");
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "unshare", ...UNSHARE, "sh", "-c", script, "sh", program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(child, "close");

  const log = async () => output + (logFile === undefined ? "" : await readFile(logFile, "utf8").catch(() => ""));
  const end = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  try {
    await Promise.race([isReady(log), ended.then(() => Promise.reject(new Error("It ended by itself.")))]);
  } catch (error) {
    const said = await log();
    await end();
    throw new Error(`${program} did not start. It said: ${said}`, { cause: error });
  }
  return { log, end };
}

/** A server that `start` runs, and runs again after it was ended. */
export async function restartable(start: () => Promise<Running>): Promise<Running & { again: () => Promise<void> }> {
  let running = await start();
  return {
    log: () => running.log(),
    end: () => running.end(),
    again: async () => {
      running = await start();
    },
  };
}
