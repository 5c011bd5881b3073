import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { freePort } from "#launch/free-port.mjs";
import { untilGreeted } from "./greeted.ts";
import { findProgram } from "./find-program.ts";

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

/** Starts one. `chainFile` holds its key and certificate (testing/server-certificate.ts). */
export async function startPostfix(chainFile: string): Promise<Postfix> {
  const missing = whyNoPostfix();
  if (missing !== null) throw new Error(missing);
  const postfix = findProgram("postfix")!;
  const folder = await mkdtemp(path.join(tmpdir(), "ehlowatch-postfix-"));
  const port = await freePort();
  await chmod(folder, 0o755); // its daemons run as the user postfix
  for (const name of ["spool", "data"]) await mkdir(path.join(folder, name));
  await run("chown", ["postfix", path.join(folder, "data")]);
  await writeFile(path.join(folder, "main.cf"), mainCf(folder, chainFile));
  await writeFile(path.join(folder, "master.cf"), masterCf(port));

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

const mainCf = (folder: string, chainFile: string) => `
compatibility_level = 3.6
queue_directory = ${folder}/spool
data_directory = ${folder}/data
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${folder}
myhostname = mail.ehlowatch.test
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination = localhost
alias_maps =
alias_database =
local_recipient_maps =
smtpd_tls_security_level = may
smtpd_tls_chain_files = ${chainFile}
smtpd_tls_session_cache_database =
`;

/** The services a dialogue meets, none of them in a chroot; no queue manager, for no mail is ever taken. */
const masterCf = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
rewrite unix - - n - - trivial-rewrite
cleanup unix n - n - 0 cleanup
tlsmgr unix - - n 1000? 1 tlsmgr
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
`;

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
