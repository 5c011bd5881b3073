import { spawnSync } from "node:child_process";

/**
 * Who PostgreSQL runs as: it refuses root. `null` is "the user we are".
 * @typedef {{ uid: number, gid: number }} Account
 */

/**
 * As root the account `postgres`, made where it does not exist; otherwise `null`.
 * @returns {Account | null}
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return null;
  const account = findAccount() ?? (makeAccount(), findAccount());
  if (account) return account;
  throw new Error("PostgreSQL cannot run as root, and the user postgres could not be made: make it, or start as another user.");
}

/** @returns {Account | null} */
function findAccount() {
  const uid = idOf("-u");
  const gid = idOf("-g");
  return uid === null || gid === null ? null : { uid, gid };
}

/** @param {"-u" | "-g"} which */
function idOf(which) {
  const { status, stdout } = spawnSync("id", [which, "postgres"], { encoding: "utf8" });
  return status === 0 ? Number(stdout) : null;
}

function makeAccount() {
  const { status } = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  if (status === 0) return;
  spawnSync("addgroup", ["-S", "postgres"]); // BusyBox
  spawnSync("adduser", ["-S", "-D", "-H", "-G", "postgres", "-s", "/bin/false", "postgres"]);
}

/**
 * Whether the account may run a program or enter a folder: every folder above it must let it pass, too.
 * @param {Account | null} account
 * @param {string} file
 */
export function canReach(account, file) {
  if (!account) return true;
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', file], { ...account, cwd: "/" }).status === 0;
}
