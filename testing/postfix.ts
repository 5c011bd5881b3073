import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "#launch/free-port.mjs";
import { findProgram } from "./find-program.ts";
import { untilGreeted } from "./greeted.ts";
import { writePostfixFiles } from "./real/postfix-files.ts";

const run = promisify(execFile);

/** How long the processes of a stopped Postfix may take to end by themselves. */
const END_WITHIN_MS = 5_000;

/** A real Postfix on a port of 127.0.0.1, from a folder of its own, that offers STARTTLS. */
export type Postfix = {
  port: number;
  /** Starts it again, on the same port; resolves when it greets. */
  start(): Promise<void>;
  /** Ends every process of it. */
  stop(): Promise<void>;
  /** What it logged so far. */
  log(): Promise<string>;
  /** Stops it and removes its folder. */
  remove(): Promise<void>;
};

/** Why a Postfix cannot be started here, or null where it can. */
export function whyNoPostfix(): string | null {
  if (!findProgram("postfix")) return "Postfix is not installed (Debian: apt-get install postfix)";
  if (process.getuid?.() !== 0) return "Postfix only starts as root";
  return null;
}

/**
 * Starts one, that is stopped and started again as its owner would. `chainFile` holds its key and certificate
 * (testing/server-certificate.ts).
 */
export async function startPostfix(chainFile: string): Promise<Postfix> {
  const missing = whyNoPostfix();
  if (missing !== null) throw new Error(missing);
  const postfix = findProgram("postfix")!;
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-postfix-"));
  const port = await freePort();
  await chmod(folder, 0o755); // its daemons run as the user postfix
  const settings = { smtpd_tls_security_level: "may", smtpd_tls_chain_files: chainFile };
  await writePostfixFiles(folder, [{ address: "127.0.0.1", port, settings }]);
  await run("chown", ["postfix", path.join(folder, "data")]);

  const start = async () => {
    await run(postfix, ["-c", folder, "start"]);
    await untilGreeted(port);
  };
  const stop = async () => {
    const master = await masterPid(folder);
    if (master === null) return;
    await run(postfix, ["-c", folder, "stop"]);
    await untilGroupEnded(master);
  };
  const log = () => readFile(path.join(folder, "mail.log"), "utf8");
  const remove = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };

  await start().catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return { port, start, stop, log, remove };
}

async function masterPid(folder: string): Promise<number | null> {
  const pid = Number(await readFile(path.join(folder, "spool/pid/master.pid"), "utf8").catch(() => ""));
  return pid > 0 && isGroupAlive(pid) ? pid : null;
}

/** The master leads a process group that all its daemons are in. */
function isGroupAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false; // ESRCH: nobody is in it
  }
}

async function untilGroupEnded(group: number): Promise<void> {
  const deadline = Date.now() + END_WITHIN_MS;
  while (isGroupAlive(group)) {
    if (Date.now() > deadline) process.kill(-group, "SIGKILL");
    await sleep(20);
  }
}
