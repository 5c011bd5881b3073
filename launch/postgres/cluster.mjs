import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * A database cluster of ours: where its files and binaries are, and who it runs as.
 * @typedef {object} Cluster
 * @property {string} folder its data
 * @property {string} binaries the folder with bin/, lib/ and share/
 * @property {import("./account.mjs").Account | null} account
 * @property {string} password of the user postgres
 */

const STOP_WITHIN_MS = 10_000;

/**
 * Makes the cluster where it does not exist yet. It is made beside its place and moved there, so that an interrupted start leaves
 * no half of one behind. `signal` stops the making.
 * @param {Cluster} cluster
 * @param {{ signal?: AbortSignal, sync?: boolean }} [options]
 */
export async function makeCluster({ folder, binaries, account, password }, { signal, sync = true } = {}) {
  if (existsSync(path.join(folder, "PG_VERSION"))) return;
  const making = `${folder}.new`;
  const passwordFile = path.join(path.dirname(folder), `password-${randomBytes(6).toString("hex")}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const file of [making, passwordFile]) chownSync(file, account.uid, account.gid);
  try {
    // The locale is PostgreSQL's own: the same sorting on every machine, whatever the system has installed.
    const locale = ["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    const args = [`--pgdata=${making}`, ...access, ...locale, ...(sync ? [] : ["--no-sync"])];
    const initdb = spawn(path.join(binaries, "bin", "initdb"), args, {
      ...account,
      cwd: path.dirname(binaries),
      signal,
      detached: true,
    });
    let said = "";
    initdb.stderr.on("data", (chunk) => (said += chunk));
    initdb.stdout.resume();
    const [code] = await once(initdb, "close");
    if (code !== 0) throw new Error(`initdb ended with ${code}: ${said.trim()}`);
    renameSync(making, folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

/**
 * Starts the cluster on a loopback port. It is its own process group, so that Ctrl-C in a terminal does not reach it before us.
 * `ready` rejects with PostgreSQL's last words where it ends instead.
 * @param {Cluster} cluster
 * @param {number} port
 * @param {object} [options]
 * @param {Record<string, string | number>} [options.settings] postgresql.conf, on top of ours
 * @param {(line: string) => void} [options.log]
 */
export function startCluster({ folder, binaries, account, password }, port, { settings = {}, log = () => undefined } = {}) {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", timezone: "UTC", log_timezone: "UTC", ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(path.join(binaries, "bin", "postgres"), ["-D", folder, "-p", String(port), ...flags], {
    ...account,
    cwd: folder,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve).once("error", resolve));

  /** Ends it in order, or at once where that takes too long or `now` is set: the data is safe either way (write-ahead log). */
  const stop = async ({ now = false } = {}) => {
    server.kill(now ? "SIGQUIT" : "SIGINT"); // immediate or fast shutdown; both cut open connections
    const hurry = setTimeout(() => server.kill("SIGQUIT"), STOP_WITHIN_MS);
    await ended;
    clearTimeout(hurry);
  };
  const urlOf = (/** @type {string} */ database) =>
    `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return { process: server, ready: isReady(server, log), ended, urlOf, stop };
}

/**
 * @param {import("node:child_process").ChildProcessByStdio<null, null, import("node:stream").Readable>} server
 * @param {(line: string) => void} log
 * @returns {Promise<void>}
 */
function isReady(server, log) {
  return new Promise((resolve, reject) => {
    let last = "";
    server.stderr.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      for (const line of text.split("\n").filter(Boolean)) log((last = line));
      if (text.includes("database system is ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${last}`)));
  });
}
