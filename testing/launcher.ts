import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** `npm start`, as a process of its own. */
export type Launcher = {
  pid: number;
  /** What it said so far. */
  output(): string;
  errors(): string;
  /** Resolves once it said something; rejects where it ends first. */
  says(text: string): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ends it, where it still runs. */
  end(): Promise<void>;
};

/** Starts it in a clone with these settings and no others; `as` is a command that becomes another user. */
export function startLauncher(root: string, settings: Record<string, string>, as: string[] = []): Launcher {
  const [program, ...args] = [...as, process.execPath, path.join(root, "launch", "start.mjs")];
  const env: NodeJS.Dict<string> = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  const child = spawn(program, args, { cwd: root, env: env as NodeJS.ProcessEnv, stdio: ["ignore", "pipe", "pipe"] });
  const said = { output: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.errors += text));
  let isOver = false;
  const ended = once(child, "close").then(() => {
    isOver = true;
    return { code: child.exitCode, signal: child.signalCode };
  });

  return {
    pid: child.pid!,
    output: () => said.output,
    errors: () => said.errors,
    ended,
    says: async (text) => {
      while (!said.output.includes(text)) {
        if (isOver) throw new Error(`It ended and never said "${text}":\n${said.output}${said.errors}`);
        await sleep(20);
      }
    },
    signal: (signal) => void child.kill(signal),
    end: async () => {
      child.kill("SIGINT");
      await ended;
    },
  };
}

/** The processes whose arguments or settings name a folder: those that a launcher started on it. Linux only. */
export function processesNaming(folder: string): number[] {
  const pids = readdirSync("/proc").map(Number).filter(Boolean);
  return pids.filter(
    (pid) => pid !== process.pid && [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].some((file) => read(file).includes(folder)),
  );
}

/** The arguments of a process, empty where it is gone. */
export function commandOf(pid: number): string {
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // it is gone, or somebody else's
  }
}
