import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#launch/free-port.mjs";

const ROOT = path.join(import.meta.dirname, "..", "..");
const READY_WITHIN_MS = 30_000;

/** The product's web server. */
export type Web = { url: string; pid: number; stop(): Promise<void> };

/** Serves the pages as `npm start` does, by so many processes. */
export async function startWeb(environment: NodeJS.ProcessEnv, processes: number): Promise<Web> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...environment, NEXTAUTH_URL: url, HOST: "127.0.0.1", PORT: String(port), WEB_PROCESSES: String(processes) };
  const web = spawn(process.execPath, ["launch/web.mjs"], { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(web, "exit");
  const stop = async () => {
    web.kill("SIGTERM");
    await ended;
  };
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isAnswering(url))) {
    if (Date.now() > until || web.exitCode !== null) {
      await stop();
      throw new Error("The web server does not answer.");
    }
    await sleep(200);
  }
  return { url, pid: web.pid!, stop };
}

async function isAnswering(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/sign-in`).catch(() => null);
  return answer?.ok ?? false;
}
