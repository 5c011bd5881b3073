import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";

/** A real worker in a process of its own, as `npm start` starts one. */
export type WorkerProcess = {
  pid: number;
  /** The last lines it logged at level warn and above. */
  complaints: string[];
  stop(): Promise<void>;
};

const WARN = 40; // pino's number for it

export function startWorkerProcess(databaseUrl: string): WorkerProcess {
  const worker = spawn(process.execPath, ["--import", "tsx", "worker/main.ts"], {
    cwd: path.join(import.meta.dirname, ".."),
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      EMBEDDED: "1",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const complaints: string[] = [];
  let rest = "";
  worker.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    complaints.push(...lines.filter((line) => levelOf(line) >= WARN));
  });
  const stop = async () => {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    worker.kill("SIGTERM");
    await once(worker, "exit");
  };
  return { pid: worker.pid!, complaints, stop };
}

function levelOf(line: string): number {
  return Number(/"level":(\d+)/.exec(line)?.[1] ?? 0);
}
