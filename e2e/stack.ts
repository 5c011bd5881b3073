import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "#launch/free-port.mjs";
import { startLauncher } from "#testing/launcher.ts";
import { untilSo } from "#testing/until.ts";

const ROOT = path.join(import.meta.dirname, "..");
/** The first start in a fresh clone builds everything. */
const READY_WITHIN_MS = 240_000;
const WELL_WITHIN_MS = 20_000;
const STOP_WITHIN_MS = 20_000;

/** The whole product, as `npm start` runs it, with a data folder and ports of its own. */
export type Stack = {
  url: string;
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
  const url = `http://localhost:${port}`;
  const own = { PORT: String(port), MAILBOX_PORT: String(mailboxPort), DATA_DIR: dataFolder };
  const launcher = startLauncher(ROOT, { ...own, ...settings });
  const output = () => launcher.output() + launcher.errors();

  const stop = async () => {
    await within(STOP_WITHIN_MS, launcher.end(), () => `npm start did not stop:\n${output()}`);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await within(READY_WITHIN_MS, launcher.says(url), () => `npm start was not ready:\n${output()}`);
    await untilSo(() => isWell(url), Boolean, WELL_WITHIN_MS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, dataFolder, output, stop };
}

/** Whether database, queue, worker and leader are alive, as the product says itself. */
export async function isWell(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => null);
  return answer?.ok ?? false;
}

/** What `promise` comes to, or an error where it takes longer. */
async function within<T>(ms: number, promise: Promise<T>, complaint: () => string): Promise<T> {
  const tooLate = sleep(ms, undefined, { ref: false }).then(() => Promise.reject(new Error(complaint())));
  return Promise.race([promise, tooLate]);
}
