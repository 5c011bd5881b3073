import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#launch/free-port.mjs";

/** The first start in a fresh clone builds everything. */
const READY_WITHIN_MS = 240_000;
const STOP_WITHIN_MS = 20_000;

/** The whole product, as `npm start` runs it, with a data folder and ports of its own. */
export type Stack = {
  url: string;
  /** The process of `npm start`; what it started are its descendants. */
  pid: number;
  dataFolder: string;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does and removes its data. */
  stop(): Promise<void>;
};

/** Starts it and resolves once it printed its URL and says that it is well. `settings` are those of README.md. */
export async function startStack(settings: Record<string, string> = {}): Promise<Stack> {
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-e2e-"));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as a user of its own
  const dataFolder = path.join(folder, "data");
  const [port, mailboxPort] = [await freePort(), await freePort()];
  const product = spawn(process.execPath, [path.join("launch", "start.mjs")], {
    cwd: path.join(import.meta.dirname, ".."),
    env: { ...ownEnvironment(), PORT: String(port), MAILBOX_PORT: String(mailboxPort), DATA_DIR: dataFolder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a Ctrl-C meant for the stories reaches it through `stop`
  });
  let output = "";
  for (const stream of [product.stdout, product.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(product, "exit");

  const stop = async () => {
    product.kill("SIGINT");
    const inTime = await Promise.race([ended.then(() => true), sleep(STOP_WITHIN_MS, false, { ref: false })]);
    if (!inTime) process.kill(-product.pid!, "SIGKILL");
    await rm(folder, { recursive: true, force: true });
    if (!inTime) throw new Error(`npm start did not stop within ${STOP_WITHIN_MS} ms:\n${output}`);
  };

  const url = `http://localhost:${port}`;
  const died = ended.then(([code]) => Promise.reject(new Error(`npm start ended with ${code}:\n${output}`)));
  died.catch(() => undefined); // once it is ready, its end is wanted
  try {
    await Promise.race([untilWell(url, () => output), died]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: product.pid!, dataFolder, output: () => output, stop };
}

/** Our environment without what would lead the product to somebody else's parts. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const not = ["DATABASE_URL", "REDIS_URL", "SMTP_URL", "NEXTAUTH_URL", "NODE_ENV"];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !not.includes(name))) as NodeJS.ProcessEnv;
}

async function untilWell(url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (output().includes(url) && (await isWell(url))) return;
    await sleep(200);
  }
  throw new Error(`npm start was not ready within ${READY_WITHIN_MS} ms:\n${output()}`);
}

/** Whether database, queue, worker and leader are alive, as the product says itself. */
export async function isWell(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => null);
  return answer?.ok ?? false;
}
